import { type RefObject, useCallback } from 'react';
import { useCart } from '../cart-store.ts';
import { seats } from '../shop.ts';
import { CartLine } from './cart-line.tsx';

interface Props {
  /** Gets the focus of a line that goes. */
  readonly heir: RefObject<HTMLElement | null>;
}

/** The lines of the cart: the shop's products, then the upsells. */
export function CartLines({ heir }: Props) {
  const { products, upsells, setQuantity, wishUpsell } = useCart();
  const watchFocus = useCallback(
    (line: HTMLLIElement) => () => {
      if (line.contains(document.activeElement)) heir.current?.focus();
    },
    [heir],
  );
  return (
    <ul className="lines">
      {products.map(({ productId, name, quantity, unitPrice, maximum }) =>
        quantity > 0 ? (
          <CartLine
            key={productId}
            ref={watchFocus}
            id={productId}
            name={name}
            detail={seats(quantity)}
            unitPrice={unitPrice}
            totalPrice={unitPrice * quantity}
            quantity={quantity}
            minimum={1}
            maximum={maximum}
            onWant={(wanted) => setQuantity(productId, wanted)}
          />
        ) : (
          <li key={`removed ${productId}`} ref={watchFocus} className="line-removed">
            <span>{name} removed</span>
            <button
              type="button"
              data-act="restore"
              aria-label={`Put back ${name}`}
              onClick={() => setQuantity(productId, 1)}
            >
              Put back
            </button>
          </li>
        ),
      )}
      {upsells.map(({ key, catalogItemId, name, unitPrice, totalPrice, quantity, wanted, notice }) => (
        <CartLine
          key={key}
          ref={watchFocus}
          id={catalogItemId}
          name={name}
          unitPrice={unitPrice}
          totalPrice={totalPrice}
          quantity={quantity}
          wanted={wanted}
          notice={notice}
          onWant={(wish) => wishUpsell(key, wish)}
        />
      ))}
    </ul>
  );
}
