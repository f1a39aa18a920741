import * as shop from '../../../shared/shop.js';
import { order, useCheckout } from '../checkout-store.ts';
import { OrderNotices, OrderRows } from './order-receipt.tsx';

/** What is held is paid, for as long as it is held. */
export function PaymentStep() {
  const view = shop.orderView(useCheckout().flow);
  return (
    <main className="checkout">
      <h1 tabIndex={-1}>{shop.words.payTitle}</h1>
      <form id="checkout" onSubmit={shop.submits((event) => order.pay(shop.cardNumberIn(event)))}>
        {view.left && (
          <p className="card lock" role="timer">
            {shop.words.heldFor} <b>{view.left}</b>
          </p>
        )}
        <OrderNotices view={view} />
        <div className="card test-cards" role="group" aria-label={shop.words.testCards}>
          <p className="hint">{shop.words.demoHint}</p>
          {shop.testCards.map(({ name, number }) => (
            <button key={number} type="button" value={number} onClick={shop.fillCard}>
              {name}
            </button>
          ))}
        </div>
        {shop.fieldGroups.map(({ legend, fields }) => (
          <fieldset key={legend} className="card fields" aria-busy={view.isPaying}>
            <legend>{legend}</legend>
            {fields.map(({ name, label, autocomplete, isHalf }) => (
              <label key={name} className={isHalf ? 'half' : undefined}>
                {label} <input name={name} autoComplete={autocomplete} />
              </label>
            ))}
          </fieldset>
        ))}
      </form>
      <aside className="card summary" aria-label={shop.words.yourOrder}>
        <h2 tabIndex={-1}>{shop.words.yourOrder}</h2>
        <OrderRows view={view} />
        <button className="primary" form="checkout" aria-disabled={view.isBlocked}>
          {view.button}
        </button>
        <output className="order-status">{view.status}</output>
      </aside>
    </main>
  );
}
