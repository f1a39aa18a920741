import { ERRORS, type ErrorValues, type ItemErrorCode } from '../../contract/index.ts';
import { Refusal } from '../refusal.ts';
import { lockStock } from '../store/stock.ts';
import type { Transaction } from '../store/store.ts';

/** Why one item of an answer is refused. */
export interface ItemError<Code extends ItemErrorCode> {
  readonly code: Code;
  readonly message: string;
  readonly value: ErrorValues[Code];
}

/** A line that is refused. */
export interface Refused<Error> {
  readonly ok: false;
  readonly error: Error;
}

/** What a line comes to: what was done for it, or why nothing was. */
export type Result<Done extends object, Error> = ({ readonly ok: true } & Done) | Refused<Error>;

/** The refusal of a line with `code`, and the message that goes with it. */
export function refused<Code extends ItemErrorCode>(
  code: Code,
  value: ErrorValues[Code],
): Refused<ItemError<Code>> {
  return { ok: false, error: { code, message: ERRORS[code].message, value } };
}

/**
 * What `answer` gives for each line, in their order. The stock of all their products is locked before the first.
 *
 * @param find what is known of a line, with its product: read before the lock, so only what never changes may be used of it
 * @throws {Refusal} `duplicate-cart-item` when two lines have one id
 */
export async function eachLine<
  Line extends { readonly cartItemId: string },
  Known extends { readonly sku: string },
  Answer,
>(
  tx: Transaction,
  accountId: string,
  lines: readonly Line[],
  find: (line: Line) => Promise<Known | undefined>,
  answer: (line: Line, known: Known | undefined) => Promise<Answer>,
): Promise<Answer[]> {
  const known = new Map<string, Known | undefined>();
  for (const line of lines) {
    const { cartItemId } = line;
    if (known.has(cartItemId)) throw new Refusal('duplicate-cart-item', { cartItemId });
    known.set(cartItemId, await find(line));
  }
  const skus = new Set<string>();
  for (const one of known.values()) if (one) skus.add(one.sku);
  await lockStock(tx, accountId, skus);
  const answers: Answer[] = [];
  for (const line of lines) answers.push(await answer(line, known.get(line.cartItemId)));
  return answers;
}
