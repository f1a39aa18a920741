import { asKept, keptInMajorUnits } from '../../../kept-prices.ts';
import type { Charge, ChargedItem } from '../charge.ts';
import type { HoldFact } from '../evidence.ts';
import { fieldsOf, linesRefused } from '../lines.ts';
import { type Found, isAsked, type Rule } from '../rule.ts';
import { saleOf } from '../sales.ts';

/** What is charged and confirmed is the price that reserve has locked. */
export const priceIgnored: Rule = {
  id: 'price-ignored',
  title: 'The price of the hold is charged, not that of the page',
  kind: 'fault',
  fix: 'Charge and confirm unitPrice and totalPrice as cart/reserve answered them; where they differ from what the page showed, ask the shopper.',
  isSeen: (evidence) => isAsked(evidence, 'cart.confirm') || evidence.charges.length > 0,
  find({ calls, charges, holds }) {
    const refused = linesRefused(calls, 'cart.confirm', 'price-mismatch').map(
      ({ call, cartItemId, answer }) => {
        const { unitPrice, currency } = fieldsOf(answer?.error?.value);
        const says = `cart.confirm of ${cartItemId} names another price than the hold's ${String(unitPrice)} ${String(currency)}.`;
        return { says, calls: [call] };
      },
    );
    return [...refused, ...charges.flatMap((charge) => chargedOtherwise(charge, holds))];
  },
};

function chargedOtherwise(charge: Charge, holds: readonly HoldFact[]): Found[] {
  return charge.items.flatMap((item) => {
    const hold = saleOf(charge, item, holds);
    if (!hold || isAsHeld(item, hold)) return [];
    const { cartItemId, totalPrice, currency } = item;
    const held = `${keptInMajorUnits(hold.total, hold.currency)} ${hold.currency}`;
    const says = `Order ${charge.orderId} has paid ${totalPrice} ${currency} for ${cartItemId}; it was held at ${held}.`;
    return [{ says, calls: [] }];
  });
}

function isAsHeld({ totalPrice, currency }: ChargedItem, hold: HoldFact): boolean {
  return (
    currency.toUpperCase() === hold.currency.toUpperCase() && asKept(totalPrice, currency) === hold.total
  );
}
