import { type Line, stepsOf, words } from '../../../shared/shop.js';
import { want } from '../checkout-store.ts';

/** One line of the cart, with the buttons that change it. */
export function CartLine({ line }: { readonly line: Line }) {
  const { key, name } = line;
  if (line.quantity === 0)
    return (
      <li className="line-removed">
        <span>{words.removed(name)}</span>
        <button aria-label={words.putBackAll(name)} onClick={() => want(key, line.restored)}>
          {words.putBack}
        </button>
      </li>
    );
  return (
    <li className="line" data-line={line.id} data-busy={line.isBusy ? '' : undefined}>
      <span className="line-name">{name}</span>
      <span className="line-total">{line.totalPrice}</span>
      <span className="line-detail">{line.detail}</span>
      <span className="line-unit-price">{line.unitPrice}</span>
      <div className="stepper" role="group" aria-label={words.quantityOf(name)}>
        <output className="line-quantity">{line.quantity}</output>
        {stepsOf(line).map(({ sign, quantity, attributes }) => (
          <button key={sign} {...attributes} onClick={() => want(key, quantity)}>
            {sign}
          </button>
        ))}
      </div>
      <button data-act="remove" aria-label={words.removeAll(name)} onClick={() => want(key, 0)}>
        {words.remove}
      </button>
      <output className="line-notice">{line.notice}</output>
    </li>
  );
}
