import { useCart } from '../cart-store.ts';
import { deliveries, priceText } from '../shop.ts';

/** How the tickets are to come, to whom, and who pays. */
export function CustomerFields() {
  const { delivery, choose } = useCart();
  return (
    <>
      <fieldset className="card choices">
        <legend>Delivery</legend>
        {deliveries.map((choice) => (
          <label key={choice.name}>
            <input
              type="radio"
              name="delivery"
              autoComplete="off"
              checked={choice === delivery}
              onChange={() => choose(choice)}
            />
            <span>
              {choice.name} <small>{choice.hint}</small>
            </span>
            <b>{priceText(choice.price)}</b>
          </label>
        ))}
      </fieldset>
      <fieldset className="card fields">
        <legend>Contact</legend>
        <label className="half">
          First name <input autoComplete="given-name" />
        </label>
        <label className="half">
          Last name <input autoComplete="family-name" />
        </label>
        <label>
          E-mail <input type="email" autoComplete="email" />
        </label>
      </fieldset>
      <fieldset className="card fields">
        <legend>Payment</legend>
        <p className="hint">
          This is a demo. The fields may stay empty, and what you type never leaves this page.
        </p>
        <label>
          Card number <input inputMode="numeric" autoComplete="cc-number" />
        </label>
        <label className="third">
          Expiry (MM/YY) <input inputMode="numeric" autoComplete="cc-exp" />
        </label>
        <label className="third">
          Security code <input inputMode="numeric" autoComplete="cc-csc" />
        </label>
        <label className="third">
          ZIP code <input autoComplete="billing postal-code" />
        </label>
      </fieldset>
    </>
  );
}
