import { hasMinorUnit, priceFault, toMinorUnits } from '../money.ts';
import { isQuantity, isRecord } from '../input.ts';
import type { Fault } from './fault.ts';
import { OFFERS_SHAPE } from './offers-shape.ts';
import { productFaults } from './product-faults.ts';
import { shapeFaults } from './shape-faults.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Every fault of an `offers.json`, or of what a service answers, by its path; none for one that can be shown. */
export function offersFaults(input: unknown): readonly Fault[] {
  const offers = offersIn(input);
  return [
    ...shapeFaults(input, OFFERS_SHAPE),
    ...offers.flatMap(([offer, path]) => [
      ...quantityFaults(offer, path),
      ...requirementFaults(offer, path),
      ...moneyFaults(offer, path),
    ]),
    ...productFaults(offers),
  ];
}

/** Every offer that is an object, with its path. */
export function offersIn(input: unknown): (readonly [offer: Fields, path: string])[] {
  return recordsIn(input, 'placements').flatMap(([placement, at]) =>
    recordsIn(placement, 'offers').map(([offer, path]) => [offer, `${at}.${path}`] as const),
  );
}

function recordsIn(parent: unknown, field: string): (readonly [Fields, string])[] {
  const list = isRecord(parent) ? parent[field] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, index) =>
    isRecord(entry) ? [[entry, `${field}[${index}]`] as const] : [],
  );
}

function leastOf({ minimum }: Fields): number {
  return isQuantity(minimum) ? minimum : 0;
}

function quantityFaults(offer: Fields, path: string): Fault[] {
  const { maximum } = offer;
  const least = leastOf(offer);
  if (!isQuantity(maximum) || maximum === 0 || maximum >= least) return [];
  return [{ path: `${path}.maximum`, expected: `at least ${least}, which is the minimum`, got: maximum }];
}

/** What is charged without having been chosen says why, and is in stock. */
function requirementFaults(offer: Fields, path: string): Fault[] {
  const { required, inventoryStatus } = offer;
  const isCharged = leastOf(offer) > 0;
  const faults: Fault[] = [];
  if (isCharged && required === undefined) {
    const what = 'an object with the reason of the charge';
    faults.push({ path: `${path}.required`, expected: what, got: required });
  }
  if ((isCharged || required !== undefined) && String(inventoryStatus).toLowerCase() === 'outofstock') {
    faults.push({
      path: `${path}.inventoryStatus`,
      expected: 'stock of what is required',
      got: inventoryStatus,
    });
  }
  return faults;
}

/** A price or a currency that is none at all has been told by its shape. */
function moneyFaults({ cartItem, originalPrice, maximum }: Fields, path: string): Fault[] {
  if (!isRecord(cartItem)) return [];
  const { currency, unitPrice } = cartItem;
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency)) return [];
  if (!hasMinorUnit(currency)) {
    const what = 'a currency of ISO 4217 that has a minor unit';
    return [{ path: `${path}.cartItem.currency`, expected: what, got: currency }];
  }
  return [
    ...faultsOfPrice(unitPrice, currency, `${path}.cartItem.unitPrice`, maximum),
    ...faultsOfPrice(originalPrice, currency, `${path}.originalPrice`, 1),
  ];
}

/** @param maximum how many may be held: their total is drawn, and has to be exact too */
function faultsOfPrice(price: unknown, currency: string, path: string, maximum: unknown): Fault[] {
  if (typeof price !== 'number' || !(price >= 0 && price < Infinity)) return [];
  const fault = priceFault(price, currency);
  if (fault !== null) return [{ path, expected: fault, got: price }];
  const most = isQuantity(maximum) ? maximum : 1;
  if (toMinorUnits(price, currency) * most <= Number.MAX_SAFE_INTEGER) return [];
  const what = 'no more than 2 ** 53 minor units in all';
  return [{ path, expected: what, got: price }];
}
