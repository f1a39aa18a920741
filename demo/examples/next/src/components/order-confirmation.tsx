import type { Ref } from 'react';
import { toCosts, totalPrice } from '../cart-sums.ts';
import { useCart } from '../cart-store.ts';
import { money, priceText } from '../shop.ts';

/** What was ordered. */
export function OrderConfirmation({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const cart = useCart();
  const products = cart.products.filter(({ quantity }) => quantity > 0);
  const rows = [
    ...products.map(
      ({ name, quantity, unitPrice }) => [`${quantity} × ${name}`, unitPrice * quantity] as const,
    ),
    ...cart.upsells.map((line) => [`${line.quantity} × ${line.name}`, line.totalPrice] as const),
    ...toCosts(cart).map(({ name, price }) => [name, price] as const),
  ];
  return (
    <dialog id="confirmation" ref={ref} aria-labelledby="confirmation-heading">
      <form method="dialog">
        <h2 id="confirmation-heading">Thank you. Your order is placed.</h2>
        <p>See you on December 12 at Madison Square Garden. You ordered:</p>
        <ul className="ordered">
          {rows.map(([name, price]) => (
            <li key={name}>
              <span>{name}</span>
              <span>{priceText(price)}</span>
            </li>
          ))}
        </ul>
        <p className="total">
          <span>Total</span> <strong>{money.format(totalPrice(cart))}</strong>
        </p>
        <p className="hint">This is a demo: nothing was charged and nothing was sent.</p>
        <button className="primary">Back to the checkout</button>
      </form>
    </dialog>
  );
}
