import { expectedKind, toRecord, toTime } from '../model/index.ts';
import { toErrorEntry } from './error-entry.ts';
import type { Hide } from './hide-key.ts';
import type { OperationId } from './operations.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What of an item that is held somebody will charge, store or show. */
const HELD = {
  itemReservationId: 'string',
  unitPrice: 'number',
  totalPrice: 'number',
  currency: 'string',
  expirationDateTimeUtc: 'date',
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
  hide: Hide,
): unknown {
  if (operation === 'confirmation.cancel' && text.trim() === '')
    return { itemReservationId: request.itemReservationId, success: true };
  const answer = toRecord(parsed(text), 'the answer');
  if (operation === 'confirmation.cancel') return answer;
  if (operation !== 'placements.any') return { ...answer, items: items(operation, answer['items'], hide) };
  expect(answer, 'result', 'boolean');
  return answer;
}

/** In words of our own: a runtime's quote a piece of the text, which may be a piece of the API key. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(expectedKind('the answer', 'JSON', text));
  }
}

function items(operation: OperationId, value: unknown, hide: Hide): Fields[] {
  if (!Array.isArray(value)) throw new TypeError(expectedKind('items', 'an array', value));
  return value.map((entry: unknown, index) => {
    const path = `items[${index}]`;
    const item = toRecord(entry, path);
    expect(item, 'cartItemId', 'string', `${path}.`);
    expect(item, 'success', 'boolean', `${path}.`);
    if (!item['success']) return { ...item, error: toErrorEntry(item['error'], hide) ?? UNSAID };
    if (operation !== 'cart.reserve') return item;
    for (const [field, type] of Object.entries(HELD)) expect(item, field, type, `${path}.`);
    return item;
  });
}

/** @throws {TypeError} unless the field of `holder`, which is at `path`, is of that type, or a date and time as text */
function expect(holder: Fields, field: string, type: string, path = ''): void {
  const value = holder[field];
  const fits = type === 'date' ? typeof value === 'string' && toTime(value) > 0 : typeof value === type;
  if (!fits) throw new TypeError(expectedKind(path + field, `a ${type}`, value));
}
