import { useRef } from 'react';
import { toCosts, totalPrice } from '../cart-sums.ts';
import { useCart } from '../cart-store.ts';
import { money, priceText } from '../shop.ts';
import { CartLines } from './cart-lines.tsx';

/** What is in the cart and what it costs. */
export function OrderSummary({ status }: { readonly status: string }) {
  const cart = useCart();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <aside className="card summary" id="summary" aria-labelledby="summary-heading">
      <h2 id="summary-heading" ref={heading} tabIndex={-1}>
        Your order
      </h2>
      <CartLines heir={heading} />
      <dl className="costs">
        {toCosts(cart).map(({ name, price }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{priceText(price)}</dd>
          </div>
        ))}
      </dl>
      <p className="total">
        <span>
          Total <small>in US dollars</small>
        </span>
        <strong data-total="order">{money.format(totalPrice(cart))}</strong>
      </p>
      <button className="primary" type="submit" form="checkout">
        Place order
      </button>
      <p className="order-status" role="status">
        {status}
      </p>
      <p className="hint">
        All fees are listed above. <a href="/terms.html">Terms of sale</a>
      </p>
    </aside>
  );
}
