import { isRecord, toIdText } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';
import { type Count, type Items, trackItem } from './item.ts';
import { toNamedItem } from './item-key.ts';

/** Products of the cart by their id, also those that it has no more. */
export type Products = Map<string, Count>;

/** Why a line is left out. */
export interface LineFault extends Partial<CartUpsell> {
  readonly error: TypeError;
}

/** What has come of a reading. */
export interface Reading {
  /** True where a quantity is another one than before. */
  readonly isChanged: boolean;
  /** By what names the fault: two lines with the same one are one. */
  readonly faults: ReadonlyMap<string, LineFault>;
}

/**
 * Counts what `lines` have of each product and of each item; lines of the same one are summed.
 *
 * A line that makes no sense is left out. Where it can be told what it is about, what was read before of that stands: a field that
 * is being typed in is no product that goes.
 */
export function readLines(lines: Iterable<unknown>, products: Products, items: Items): Reading {
  const faults = new Map<string, LineFault>();
  for (const line of lines) {
    const { productId, quantity, upsell: input } = isRecord(line) ? line : {};
    const isUpsell = input != null;
    const named = isUpsell ? toNamedItem(input) : undefined;
    const id = isUpsell ? named?.key : toIdText(productId);
    const units = toUnits(quantity);
    if (!id || Number.isNaN(units)) {
      const unnamed = isUpsell ? 'upsell: expected its ids' : 'productId: expected an id';
      const fault = id ? 'quantity: expected a number' : unnamed;
      faults.set([fault, id].join(), { ...named?.upsell, error: new TypeError(`line.${fault}`) });
    }
    if (!id) continue;
    // What is no number makes none of the sum either.
    if (named) {
      const item = trackItem(items, id);
      item.sum += units;
      item.lineUpsell = named.upsell;
    } else trackProduct(products, id).sum += units;
  }
  const isChanged = [products, items].map(takeSums).includes(true);
  return { isChanged, faults };
}

/** A quantity in whole units; below 1 there is none, such as of a return. NaN for what is no quantity. */
function toUnits(quantity: unknown): number {
  const units = typeof quantity === 'number' ? Math.max(0, Math.floor(quantity)) : NaN;
  return Number.isSafeInteger(units) ? units : NaN;
}

function trackProduct(products: Products, id: string): Count {
  const known = products.get(id);
  if (known) return known;
  const count = { units: NaN, sum: 0 };
  products.set(id, count);
  return count;
}

/** What makes no sense is as it was. The result tells whether anything is not. */
function takeSums(counts: ReadonlyMap<string, Count>): boolean {
  let isChanged = false;
  for (const count of counts.values()) {
    const { sum, units } = count;
    count.sum = 0;
    if (Number.isNaN(sum) || sum === units) continue;
    count.units = sum;
    isChanged = true;
  }
  return isChanged;
}
