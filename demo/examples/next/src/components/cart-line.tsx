import type { Ref } from 'react';
import { money } from '../shop.ts';

interface Props {
  readonly ref: Ref<HTMLLIElement>;
  readonly id: string;
  readonly name: string;
  readonly detail?: string;
  readonly unitPrice: number;
  readonly totalPrice: number;
  readonly quantity: number;
  /** What the shopper wants while the answer is due: + and − go on from it. */
  readonly wanted?: number | undefined;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly notice?: string;
  readonly onWant: (quantity: number) => void;
}

/** One line of the cart, with the buttons that change it. */
export function CartLine({ ref, id, name, quantity, wanted, onWant, ...line }: Props) {
  const { minimum = 0, maximum = 99 } = line;
  const next = wanted ?? quantity;
  const want = (wish: number) => {
    if (wish >= minimum && wish <= maximum) onWant(wish);
  };
  return (
    <li ref={ref} className="line" data-line={id} data-busy={wanted === undefined ? undefined : ''}>
      <span className="line-name">{name}</span>
      <span className="line-total">{money.format(line.totalPrice)}</span>
      <span className="line-detail">{line.detail}</span>
      <span className="line-unit-price">{money.format(line.unitPrice)} each</span>
      <div className="stepper" role="group" aria-label={`Quantity of ${name}`}>
        <button
          type="button"
          data-act="subtract"
          aria-label={`Remove one ${name}`}
          aria-disabled={next <= minimum}
          onClick={() => want(next - 1)}
        >
          −
        </button>
        <output className="line-quantity">{quantity}</output>
        <button
          type="button"
          data-act="add"
          aria-label={`Add one ${name}`}
          aria-disabled={next >= maximum}
          onClick={() => want(next + 1)}
        >
          +
        </button>
      </div>
      <button type="button" data-act="remove" aria-label={`Remove ${name}`} onClick={() => onWant(0)}>
        Remove
      </button>
      <p className="line-notice" role="status">
        {line.notice}
      </p>
    </li>
  );
}
