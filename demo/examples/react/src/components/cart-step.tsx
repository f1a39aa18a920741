import { type CartView, cartView, launcherAttributes, submits, words } from '../../../shared/shop.js';
import { order, useCheckout } from '../checkout-store.ts';
import { CartGoods } from './cart-goods.tsx';
import { CartLine } from './cart-line.tsx';
import { UpsellOffers } from './upsell-offers.tsx';

/** The cart, and after it the extras for it. */
export function CartStep() {
  const { cart, flow } = useCheckout();
  const view = cartView(cart, flow);
  const source = flow.step === 'extras' && flow.order && launcherAttributes(flow.order);
  return (
    <main className="checkout">
      <h1 tabIndex={-1}>{view.title}</h1>
      <form id="checkout" onSubmit={submits(() => order.goOn(cart))}>
        {source ? <UpsellOffers source={source} /> : <CartGoods />}
        <a className="order-bar" href="#summary">
          <span>{view.items}</span> <b>{view.total}</b> <span className="order-bar-go">{words.review}</span>
        </a>
      </form>
      <CartSummary view={view} />
    </main>
  );
}

/** What is in the cart and what it costs. */
function CartSummary({ view }: { readonly view: CartView }) {
  return (
    <aside id="summary" className="card summary" aria-label={words.yourOrder}>
      <h2 tabIndex={-1}>{words.yourOrder}</h2>
      <ul className="lines">
        {view.lines.map((line) => (
          <CartLine key={line.key} line={line} />
        ))}
      </ul>
      <dl className="costs">
        {view.costs.map(({ id, name, price }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{price}</dd>
          </div>
        ))}
      </dl>
      <p className="total">
        <span>{words.total}</span> <strong>{view.total}</strong>
      </p>
      <button className="primary" form="checkout" aria-disabled={view.isBlocked}>
        {view.button}
      </button>
      <output className="order-status">{view.status}</output>
      <p className="hint">
        <a href="/terms.html">{words.terms}</a>
      </p>
    </aside>
  );
}
