import { isRecord, toIdText } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';
import { type ItemKey, toNamedItem } from './item-key.ts';

/** Why a line is left out. */
export interface LineFault extends Partial<CartUpsell> {
  readonly error: TypeError;
}

/** A cart as whole units: products by their id, upsells by their key. */
export interface CartReading {
  /** NaN where no line has ever made sense: how many there are nobody knows. */
  readonly products: ReadonlyMap<string, number>;
  readonly upsells: ReadonlyMap<ItemKey, number>;
  /** What names each upsell. */
  readonly names: ReadonlyMap<ItemKey, CartUpsell>;
  /** By what names the fault: two lines with the same one are one. */
  readonly faults: ReadonlyMap<string, LineFault>;
}

/** What one line says, as far as it makes sense. */
interface ReadLine {
  /** Empty where nobody knows what it is about. */
  readonly id: string;
  /** NaN for what is no quantity. */
  readonly quantity: number;
  readonly upsell?: CartUpsell | undefined;
  readonly fault?: string;
}

/**
 * The quantities in `lines`; lines of one product, and lines of one upsell, are summed.
 *
 * A line that makes no sense is left out. Where it can be told what it is about, what was read `before` of that stands: a
 * field that is being typed in is no product that goes.
 */
export function readLines(lines: Iterable<unknown>, before?: CartReading): CartReading {
  const products = new Map<string, number>();
  const upsells = new Map<ItemKey, number>();
  const names = new Map<ItemKey, CartUpsell>();
  const faults = new Map<string, LineFault>();
  for (const line of lines) {
    const { id, quantity, upsell, fault } = readLine(line);
    if (fault) faults.set(fault + id, { ...upsell, error: new TypeError(`line${fault}`) });
    if (!id || quantity === 0) continue;
    const sums = upsell ? upsells : products;
    // What is no number makes none of the sum either.
    sums.set(id, quantity + (sums.get(id) ?? 0));
    if (upsell) names.set(id, upsell);
  }
  if (faults.size > 0) {
    restore(products, before?.products, NaN);
    restore(upsells, before?.upsells, 0);
  }
  return { products, upsells, names, faults };
}

/** What makes no sense is as it was. */
function restore(
  sums: Map<string, number>,
  before: ReadonlyMap<string, number> | undefined,
  unknown: number,
): void {
  for (const [id, quantity] of sums) {
    if (Number.isNaN(quantity)) sums.set(id, before?.get(id) ?? unknown);
  }
}

function readLine(line: unknown): ReadLine {
  if (!isRecord(line)) return { id: '', quantity: 0, fault: ': expected an object' };
  const { productId, quantity, upsell: input } = line;
  // Below 1 there is none of it, such as of a return.
  const floor = typeof quantity === 'number' ? Math.max(0, Math.floor(quantity)) : NaN;
  const units = Number.isSafeInteger(floor) ? floor : NaN;
  const fault = Number.isNaN(units) ? { fault: '.quantity: expected a number' } : undefined;
  if (input == null) {
    const id = toIdText(productId);
    return id
      ? { id, quantity: units, ...fault }
      : { id: '', quantity: 0, fault: '.productId: expected an id' };
  }
  const name = toNamedItem(input);
  if (!name) return { id: '', quantity: 0, fault: '.upsell: expected its ids' };
  return { id: name.key, quantity: units, upsell: name.upsell, ...fault };
}
