import { type OrderView, orderView, words } from '../../../shared/shop.js';
import { order, useCheckout } from '../checkout-store.ts';

/** What the shopper has to know, and may have to choose. */
export function OrderNotices({ view }: { readonly view: OrderView }) {
  return (
    <div role="status">
      <ul className="notices">
        {view.notices.map(({ code, text, answers }) => (
          <li key={text} data-notice={code}>
            <p>{text}</p>
            {answers.map((answer) => (
              <button key={answer.text} type="button" onClick={() => void order.reserve(answer.selected)}>
                {answer.text}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is in the order, what of it was confirmed, and what it costs. */
export function OrderRows({ view }: { readonly view: OrderView }) {
  return (
    <>
      <ul className="ordered">
        {view.rows.map(({ id, name, price, detail, bought }) => (
          <li key={id} data-ordered={id}>
            <span>{name}</span> <span>{price}</span>
            {detail && <small>{detail}</small>}
            {bought && (
              <small className="acts">
                {bought.isDelivered && <span className="delivered">{words.delivered}</span>}
                <a href={bought.itemConfirmationUrl} target="_blank" rel="noopener">
                  {words.confirmationOf(bought.name)}
                </a>
              </small>
            )}
          </li>
        ))}
      </ul>
      {view.totals.map(({ name, price }) => (
        <p key={name} className="total">
          <span>{name}</span> <strong>{price}</strong>
        </p>
      ))}
    </>
  );
}

/** What was bought, with what its providers have confirmed. */
export function OrderReceipt() {
  const view = orderView(useCheckout().flow);
  return (
    <main id="checkout" className="receipt">
      <section className="card">
        <p className="hint">{view.number}</p>
        <h1 tabIndex={-1}>{words.receiptTitle}</h1>
        <p>{view.thanks}</p>
        <OrderNotices view={view} />
        <OrderRows view={view} />
        <p className="hint">{view.paidWith}</p>
        <p className="hint">{words.receiptHint}</p>
      </section>
    </main>
  );
}
