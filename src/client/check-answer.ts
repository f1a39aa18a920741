import { toErrorEntry } from './error-entry.ts';
import type { OperationId } from './operations.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What of a successful item somebody will charge, store or show. */
const NEEDED: Partial<Record<OperationId, Readonly<Record<string, string>>>> = {
  'cart.reserve': {
    itemReservationId: 'string',
    unitPrice: 'number',
    totalPrice: 'number',
    currency: 'string',
    expirationDateTimeUtc: 'string',
  },
};

const UNSAID = { code: 'refused', message: 'the item was refused without a reason', value: {} };

/**
 * The answer in `text`, checked as far as a caller relies on it. What Rokt does not document is filled in: the body of
 * cancel, and the error of an item that was refused without one.
 *
 * @throws {TypeError} that says what is no answer to `operation`
 */
export function checkAnswer(
  operation: OperationId,
  request: { readonly itemReservationId?: string },
  text: string,
): unknown {
  if (operation === 'confirmation.cancel' && text.trim() === '')
    return { itemReservationId: request.itemReservationId, success: true };
  const answer = record('the answer', JSON.parse(text));
  if (operation === 'confirmation.cancel') return answer;
  if (operation !== 'placements.any') return { ...answer, items: items(operation, answer['items']) };
  expect('result', 'boolean', answer);
  return answer;
}

function items(operation: OperationId, value: unknown): Fields[] {
  if (!Array.isArray(value)) throw new TypeError('items: expected an array');
  return value.map((entry: unknown, index) => {
    const item = record(`items[${index}]`, entry);
    expect('cartItemId', 'string', item, index);
    expect('success', 'boolean', item, index);
    if (!item['success']) return { ...item, error: toErrorEntry(item['error']) ?? UNSAID };
    for (const [field, type] of Object.entries(NEEDED[operation] ?? {})) expect(field, type, item, index);
    return item;
  });
}

function record(path: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new TypeError(`${path}: expected an object`);
}

function expect(field: string, type: string, holder: Fields, index?: number): void {
  const path = index === undefined ? field : `items[${index}].${field}`;
  if (typeof holder[field] !== type)
    throw new TypeError(`${path}: expected a ${type}, got ${typeof holder[field]}`);
}
