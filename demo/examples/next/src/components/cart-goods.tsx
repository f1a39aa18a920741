import { event } from '../../../../stories/concert.json';
import { deliveriesOf, withDelivery, words } from '../../../shared/shop.js';
import { change, useCheckout } from '../checkout-store.ts';

/** What is bought, and how it comes to the shopper. */
export function CartGoods() {
  const { goods, delivery } = useCheckout(({ cart }) => cart);
  return (
    <>
      <section className="card product" aria-labelledby="event">
        <img src={event.picture} width="720" height="280" alt="" />
        <div className="product-text">
          <h2 id="event">{event.name}</h2>
          <dl className="facts">
            {event.facts.map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <fieldset className="card choices">
        <legend>{words.delivery}</legend>
        {deliveriesOf(goods).map(({ name, hint, price, delivery: choice }) => (
          <label key={name}>
            <input
              type="radio"
              name="delivery"
              checked={name === delivery.name}
              onChange={() => change(withDelivery, choice)}
            />
            <span>
              {name} <small>{hint}</small>
            </span>
            <b>{price}</b>
          </label>
        ))}
      </fieldset>
    </>
  );
}
