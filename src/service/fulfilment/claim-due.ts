import type { Clock } from '../clock.ts';
import { type ClaimedMessage, claimDueMessages, LEASED_FOR } from '../store/deliveries.ts';
import {
  failingReceivers,
  keepHealth,
  lockHealth,
  type Receiver,
  receiversWithMessages,
} from '../store/receivers.ts';
import type { Transaction } from '../store/store.ts';
import { isBroken } from './receiver-health.ts';

/** A message to deliver now. */
export interface DueMessage extends ClaimedMessage {
  /** It asks whether the receiver takes messages again. */
  readonly isProbe: boolean;
}

/** What is claimed: under which lease, and how many messages of each receiver. */
export interface ClaimTerms {
  readonly clock: Clock;
  readonly lease: string;
  readonly roomOf: (receiver: Receiver) => number;
}

/** What is due, as much of it as each receiver has room for: of one that is left alone nothing, and at its time one message. */
export async function claimDue(tx: Transaction, { clock, lease, roomOf }: ClaimTerms): Promise<DueMessage[]> {
  const failing = new Map((await failingReceivers(tx)).map((receiver) => [nameOf(receiver), receiver]));
  const messages: DueMessage[] = [];
  for (const receiver of await receiversWithMessages(tx)) {
    const room = roomOf(receiver);
    const now = await clock.now(tx, receiver.accountId);
    if (room <= 0 || now < receiver.dueAt) continue;
    const health = failing.get(nameOf(receiver));
    if (health && now < health.resumeAt) continue;
    if (health && isBroken(health)) {
      messages.push(...(await claimProbe(tx, receiver, { now, lease })));
      continue;
    }
    const claimed = await claimDueMessages(tx, receiver, { now, lease, limit: room });
    messages.push(...claimed.map((message) => ({ ...message, isProbe: false })));
  }
  return messages;
}

/** One message, unless another process has just taken one: nothing more is sent until it is known what became of it. */
async function claimProbe(
  tx: Transaction,
  receiver: Receiver,
  { now, lease }: { now: number; lease: string },
): Promise<DueMessage[]> {
  const { failures, resumeAt } = await lockHealth(tx, receiver);
  if (now < resumeAt) return [];
  const claimed = await claimDueMessages(tx, receiver, { now, lease, limit: 1 });
  if (claimed.length > 0) await keepHealth(tx, receiver, { failures, resumeAt: now + LEASED_FOR });
  return claimed.map((message) => ({ ...message, isProbe: true }));
}

/** A text that is this receiver's alone. */
export function nameOf({ accountId, provider }: Receiver): string {
  return JSON.stringify([accountId, provider]);
}
