import { isRecord, toIdText } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';
import { type ItemKey, toNamedItem } from './item-key.ts';

/** All lines of one product, or of one upsell, together. */
export interface CartSum {
  /** Whole units; NaN where no line has ever made sense: how many there are nobody knows. */
  readonly quantity: number;
  readonly upsell?: CartUpsell | undefined;
}

/** Why a line is left out. */
export interface LineFault extends Partial<CartUpsell> {
  readonly error: TypeError;
}

/** A cart as quantities: products by their id, upsells by their key. */
export interface CartReading {
  readonly products: ReadonlyMap<string, CartSum>;
  readonly upsells: ReadonlyMap<ItemKey, CartSum>;
  /** By what names the fault: two lines with the same one are one. */
  readonly faults: ReadonlyMap<string, LineFault>;
}

/** What one line says, as far as it makes sense. */
interface ReadLine extends CartSum {
  /** Undefined where nobody knows what it is about. */
  readonly id?: string | undefined;
  readonly fault?: string;
}

/**
 * The quantities in `lines`; lines of one product, and lines of one upsell, are summed.
 *
 * A line that makes no sense is left out. Where it can be told what it is about, what was read `before` of that stands: a
 * field that is being typed in is no product that goes.
 */
export function readLines(lines: Iterable<unknown>, before?: CartReading): CartReading {
  const products = new Map<string, CartSum>();
  const upsells = new Map<ItemKey, CartSum>();
  const faults = new Map<string, LineFault>();
  for (const line of lines) {
    const { id = '', quantity, upsell, fault } = readLine(line);
    if (fault) faults.set(fault + id, { ...upsell, error: new TypeError(`line${fault}`) });
    const sums = upsell ? upsells : products;
    // What is no number makes none of the sum either.
    if (id && quantity !== 0) sums.set(id, { quantity: quantity + (sums.get(id)?.quantity ?? 0), upsell });
  }
  restore(products, before?.products);
  restore(upsells, before?.upsells);
  return { products, upsells, faults };
}

/** What makes no sense is as it was. */
function restore(sums: Map<string, CartSum>, before: ReadonlyMap<string, CartSum> | undefined): void {
  for (const [id, { quantity, upsell }] of sums) {
    const earlier = before?.get(id);
    if (!Number.isNaN(quantity)) continue;
    if (earlier) sums.set(id, earlier);
    else if (upsell) sums.delete(id);
  }
}

function readLine(line: unknown): ReadLine {
  if (!isRecord(line)) return { quantity: 0, fault: ': expected an object' };
  const { productId, quantity, upsell: input } = line;
  const { key, upsell } = toNamedItem(input) ?? {};
  const id = input == null ? toIdText(productId) : key;
  if (!id)
    return { quantity: 0, fault: input == null ? '.productId: expected an id' : '.upsell: expected its ids' };
  // Below 1 there is none of it, such as of a return.
  const units = typeof quantity === 'number' ? Math.max(0, Math.floor(quantity)) : NaN;
  if (Number.isSafeInteger(units)) return { id, quantity: units, upsell };
  return { id, quantity: NaN, upsell, fault: '.quantity: expected a number' };
}
