import assert from 'node:assert/strict';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import type { createPartner } from '../support/partner.ts';
import { AFTER, type Item, NEXT, toCall, type Verb } from './item.ts';

type Partner = ReturnType<typeof createPartner>;
type Answered = Partial<Pick<Item, 'itemReservationId' | 'itemConfirmationId'>> & {
  readonly success: boolean;
};

/** Asks for it until there is an answer, and knows then that it is so. Rejects when the service is gone. */
export async function ask(partner: Partner, item: Item, verb: Verb): Promise<void> {
  item.asked = verb;
  const text = await answerTo(partner, item, verb);
  const body = JSON.parse(text) as Answered & { readonly items?: readonly Answered[] };
  const answered = body.items?.[0] ?? body;
  assert.equal(answered.success, true, `${verb}: ${text}`);
  const { itemReservationId, itemConfirmationId } = answered;
  if (itemReservationId !== undefined) item.itemReservationId = itemReservationId;
  if (itemConfirmationId !== undefined) item.itemConfirmationId = itemConfirmationId;
  item.state = AFTER[verb];
  item.answered = { verb, text };
  item.asked = undefined;
}

/** The answer to a call that may have been made before. */
export async function answerTo(partner: Partner, item: Item, verb: Verb): Promise<string> {
  const { path, body, key } = toCall(item, verb);
  const patience = performance.now() + PATIENCE.fact;
  for (;;) {
    const answer = await partner.call<object>(path, body, { 'idempotency-key': key });
    // Too much to do, or the connection that had the key is not over for the database yet.
    const isBusy = answer.status === 503 || answer.status === 409;
    if (isBusy && performance.now() < patience) continue;
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return JSON.stringify(answer.body);
  }
}

/** Takes fresh items and asks one thing after the other of each, until the service is gone. How it went is in the items. */
export async function shopUntilGone(
  partner: Partner,
  fresh: readonly Item[],
  tell: () => void,
): Promise<void> {
  for (const item of fresh) {
    for (;;) {
      const verbs = NEXT[item.state ?? 'new'];
      const verb = verbs[Math.floor(Math.random() * (verbs.length + 1))];
      if (verb === undefined) break;
      try {
        await ask(partner, item, verb);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        return;
      }
      tell();
    }
  }
}
