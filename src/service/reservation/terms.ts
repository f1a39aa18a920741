import type { HeldTerms } from '../../contract/wire.ts';
import { asKept, keptInMajorUnits } from '../kept-prices.ts';
import { type ItemError, refused, type Refused } from './each-line.ts';

/** What is charged, in whole minor units. */
export interface Terms {
  readonly quantity: number;
  readonly unitPrice: number;
  readonly currency: string;
}

/** What the partner says that it has charged, in major units; what is absent is not compared. */
export interface ClaimedTerms {
  readonly quantity?: number | string;
  readonly unitPrice?: number;
  readonly totalPrice?: number;
  readonly currency?: string;
}

/** `terms` as the wire has them. */
export function toHeldTerms({ quantity, unitPrice, currency }: Terms): HeldTerms {
  return {
    quantity,
    unitPrice: keptInMajorUnits(unitPrice, currency),
    totalPrice: keptInMajorUnits(unitPrice * quantity, currency),
    currency,
  };
}

/** In what `claimed` differs from `terms`, quantity before price; undefined when it does not. Prices are compared in minor units. */
export function mismatch(
  terms: Terms,
  claimed: ClaimedTerms,
): Refused<ItemError<'quantity-mismatch'> | ItemError<'price-mismatch'>> | undefined {
  const { quantity, unitPrice, currency } = terms;
  if (claimed.quantity !== undefined && Number(claimed.quantity) !== quantity) {
    return refused('quantity-mismatch', toHeldTerms(terms));
  }
  const isSamePrice =
    (claimed.currency === undefined || claimed.currency.toUpperCase() === currency.toUpperCase()) &&
    (claimed.unitPrice === undefined || asKept(claimed.unitPrice, currency) === unitPrice) &&
    (claimed.totalPrice === undefined || asKept(claimed.totalPrice, currency) === unitPrice * quantity);
  return isSamePrice ? undefined : refused('price-mismatch', toHeldTerms(terms));
}
