import { hasMinorUnit, isRecord, priceFault } from '../model/index.ts';

/**
 * Refuses a price that its currency cannot have: charged or not, it can equal no hold. Everything else of a body is the
 * server's to judge.
 *
 * @throws {RangeError} that names each one by its path
 */
export function checkPrices(sent: unknown): void {
  const items = isRecord(sent) ? sent['items'] : undefined;
  if (!Array.isArray(items)) return;
  const faults = items.flatMap((item: unknown, index) => faultsOfItem(item, `items[${index}]`));
  if (faults.length > 0) throw new RangeError(faults.join('; '));
}

function faultsOfItem(item: unknown, path: string): string[] {
  if (!isRecord(item)) return [];
  const { currency } = item;
  if (typeof currency !== 'string' || !hasMinorUnit(currency)) return [];
  return ['unitPrice', 'totalPrice'].flatMap((field) => {
    const price = item[field];
    const fault = typeof price === 'number' ? priceFault(price, currency) : null;
    return fault === null ? [] : [`${path}.${field}: expected ${fault}, got ${String(price)}`];
  });
}
