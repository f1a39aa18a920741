import { expectedKind, isRecord, toIdText } from '../model/index.ts';
import type { CartUpsell } from './cart.ts';
import { type ItemKey, toNamedItem } from './item-key.ts';

/** All lines of one upsell together. */
export interface UpsellLine {
  readonly upsell: CartUpsell;
  readonly quantity: number;
}

/** Why a line is left out. */
export interface LineFault {
  readonly error: TypeError;
  readonly upsell?: CartUpsell | undefined;
}

/** A cart as quantities: products by their id, upsells by their key. */
export interface CartReading {
  /** Undefined for a product whose lines never made sense: how many there are nobody knows. */
  readonly products: ReadonlyMap<string, number | undefined>;
  readonly upsells: ReadonlyMap<ItemKey, UpsellLine>;
  /** By what names the fault: two lines with the same one are one. */
  readonly faults: ReadonlyMap<string, LineFault>;
}

/** A reading under way. */
interface Draft {
  readonly products: Map<string, number | undefined>;
  readonly upsells: Map<ItemKey, UpsellLine>;
  readonly faults: Map<string, LineFault>;
  /** What a line said nothing sensible of. */
  readonly unclearProducts: Set<string>;
  readonly unclearUpsells: Set<ItemKey>;
}

/**
 * The quantities in `lines`, in whole units; lines of one product, and lines of one upsell, are summed.
 *
 * A line that makes no sense is left out. Where it can be told what it is about, what was read `before` of that stands: a
 * field that is being typed in is no product that goes.
 */
export function readLines(lines: Iterable<unknown>, before?: CartReading): CartReading {
  const draft: Draft = {
    products: new Map(),
    upsells: new Map(),
    faults: new Map(),
    unclearProducts: new Set(),
    unclearUpsells: new Set(),
  };
  for (const line of lines) readLine(line, draft);
  for (const id of draft.unclearProducts) draft.products.set(id, before?.products.get(id));
  for (const key of draft.unclearUpsells) {
    const upsell = before?.upsells.get(key);
    if (upsell) draft.upsells.set(key, upsell);
  }
  return draft;
}

function readLine(line: unknown, draft: Draft): void {
  if (!isRecord(line)) return leaveOut(draft, 'line', 'an object', line);
  const { productId, quantity, upsell } = line;
  if (upsell != null) return readUpsell(upsell, quantity, draft);
  const id = toIdText(productId);
  if (!id) return leaveOut(draft, 'line.productId', 'an id', productId);
  const units = toUnits(quantity);
  if (units === undefined) {
    draft.unclearProducts.add(id);
    return leaveOut(draft, 'line.quantity', 'a number', quantity, id);
  }
  if (units > 0) draft.products.set(id, units + (draft.products.get(id) ?? 0));
}

function readUpsell(input: unknown, quantity: unknown, draft: Draft): void {
  const name = toNamedItem(input);
  if (!name) return leaveOut(draft, 'line.upsell', 'the ids of a cart item', input);
  const { key, upsell } = name;
  const units = toUnits(quantity);
  if (units === undefined) {
    draft.unclearUpsells.add(key);
    return leaveOut(draft, 'line.quantity', 'a number', quantity, key, upsell);
  }
  if (units > 0)
    draft.upsells.set(key, { upsell, quantity: units + (draft.upsells.get(key)?.quantity ?? 0) });
}

/** Whole units, none for a return; undefined for what is no quantity at all. */
function toUnits(quantity: unknown): number | undefined {
  if (typeof quantity !== 'number' || !Number.isFinite(quantity)) return undefined;
  const units = Math.max(0, Math.floor(quantity));
  return Number.isSafeInteger(units) ? units : undefined;
}

function leaveOut(
  { faults }: Draft,
  field: string,
  expected: string,
  value: unknown,
  about = '',
  upsell?: CartUpsell,
): void {
  const error = new TypeError(expectedKind(field, expected, value));
  faults.set(`${error.message} ${about}`, { error, upsell });
}
