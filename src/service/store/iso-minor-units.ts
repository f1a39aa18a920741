import { hasMinorUnit, minorUnitDigits } from '../../model/index.ts';
import type { Transaction } from './store.ts';

/** The tables that keep prices, in whole minor units in `unit_price`. */
const PRICED = ['offered_item', 'hold'] as const;

/** The price of a hold, as it was said in major units. */
interface Said {
  readonly itemReservationId: string;
  readonly unitPrice: number;
}

/**
 * Prices were kept with the decimals that the runtime's Intl had for their currency, which are not ISO 4217's for some and
 * differ between releases of Node. From here on they are ISO's; `minor_unit` says what each currency had before.
 *
 * What a currency had is read off the newest answer or message that says a kept price aloud, since another release of Node
 * may have written it; where nothing says it, this runtime's Intl is asked, as it was before.
 *
 * @throws {Error} when a price is too large to be counted exactly in ISO's minor units
 */
export async function toIsoMinorUnits(tx: Transaction): Promise<void> {
  await tx.run(`CREATE TABLE minor_unit (
    currency TEXT PRIMARY KEY,
    digits_before BIGINT NOT NULL,
    digits BIGINT NOT NULL
  )`);
  const said = await digitsSaid(tx);
  const currencies = await tx.all<{ currency: string }>(
    `SELECT currency FROM offered_item UNION SELECT currency FROM hold ORDER BY currency`,
  );
  for (const { currency } of currencies) {
    if (!hasMinorUnit(currency)) continue;
    const before = said.get(currency) ?? digitsOfIntl(currency);
    const digits = minorUnitDigits(currency);
    await tx.run('INSERT INTO minor_unit VALUES ($1, $2, $3)', currency, before, digits);
    // Intl has fewer than ISO or as many, never more.
    if (before < digits) await scalePrices(tx, currency, 10 ** (digits - before));
  }
}

async function scalePrices(tx: Transaction, currency: string, factor: number): Promise<void> {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / factor);
  for (const table of PRICED) {
    const tooLarge = await tx.all(
      `SELECT currency FROM ${table} WHERE currency = $1 AND unit_price > $2 LIMIT 1`,
      currency,
      most,
    );
    if (tooLarge.length > 0)
      throw new Error(`${table}: a price in ${currency} has more than 2 ** 53 minor units of ISO 4217`);
    await tx.run(`UPDATE ${table} SET unit_price = unit_price * $2 WHERE currency = $1`, currency, factor);
  }
}

/** How many decimals each currency was written with, where something kept says it; the newest that does counts. */
async function digitsSaid(tx: Transaction): Promise<Map<string, number>> {
  const digits = new Map<string, number>();
  const texts = await tx.all<{ text: string }>(
    `SELECT answer AS text, created_at FROM answered_request UNION ALL SELECT body, created_at FROM outbox
    ORDER BY created_at`,
  );
  for (const { itemReservationId, unitPrice } of texts.flatMap(({ text }) => pricesIn(text))) {
    const [hold] = await tx.all<{ currency: string; minor: number }>(
      'SELECT currency, unit_price AS minor FROM hold WHERE reservation_id = $1',
      itemReservationId.slice(itemReservationId.indexOf('.') + 1),
    );
    if (hold === undefined) continue;
    const count = decimalsBetween(hold.minor, unitPrice);
    if (count !== undefined) digits.set(hold.currency, count);
  }
  return digits;
}

/** The prices that an answer says of its items, or a message of its sale, in major units. */
function pricesIn(text: string): Said[] {
  const { items = [], data } = JSON.parse(text) as { items?: Partial<Said>[]; data?: Partial<Said> };
  return [...items, ...(data ? [data] : [])].filter(
    (item): item is Said => typeof item.itemReservationId === 'string' && typeof item.unitPrice === 'number',
  );
}

/** By how many decimals `minor` is `major`; undefined where that cannot be seen, as of 0. */
function decimalsBetween(minor: number, major: number): number | undefined {
  if (minor === 0) return undefined;
  return [0, 1, 2, 3, 4].find((count) => Number(`${minor}e-${count}`) === major);
}

/** What the runtime's Intl says, as every release before this asked it. */
function digitsOfIntl(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
