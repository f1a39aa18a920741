/** True for a whole number of at least 0, the only quantities there are. */
export function isQuantity(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** True for a text that names something. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** True for an object that is neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `value`, once it is seen to be an object.
 *
 * @throws {TypeError} when it is none, null or an array
 */
export function toRecord(value: unknown, path: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new TypeError(expectedKind(path, 'an object', value));
}

/** The message of a fault in a file of the shop's own: where it is, what was expected there, and what came. */
export function expected(path: string, what: string, value: unknown): string {
  return `${path}: expected ${what}, got ${shown(value)}`;
}

/**
 * The message of a fault in what a page, a shopper or Rokt said: where it is, what was expected there, and what kind of
 * thing came. It never quotes that: the message may end in a log or a support ticket.
 */
export function expectedKind(path: string, what: string, value: unknown): string {
  return `${path}: expected ${what}, got ${kindOf(value)}`;
}

/** `value` as text by which two are compared, whatever the order of their fields; undefined when JSON cannot hold it. */
export function canonicalJson(value: unknown): string | undefined {
  try {
    // Plain data first: in order each record is a new one, by which nobody would notice that it goes round in a cycle.
    const plain: unknown = JSON.parse(JSON.stringify(value));
    return JSON.stringify(plain, (_name, inner: unknown) => (isRecord(inner) ? inOrder(inner) : inner));
  } catch {
    // A cycle or a BigInt.
    return undefined;
  }
}

/** `record` with its fields in the order of their names. */
function inOrder(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a quantity is, for messages. */
export const A_QUANTITY = 'a whole number of at least 0';

/** `value` as it reads in an error message: short. */
function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value);
  } catch {
    // A cycle or a BigInt has no JSON; its type has to do.
  }
  return (text ?? typeof value).slice(0, 80);
}

/** What kind of thing `value` is: its type, where that says anything. */
function kindOf(value: unknown): string {
  if (value === '') return 'empty string';
  if (Array.isArray(value)) return 'array';
  return value === null || Number.isNaN(value) ? String(value) : typeof value;
}
