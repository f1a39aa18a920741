import { endMessage, postponeMessage } from '../store/deliveries.ts';
import { clearHealth, keepHealth, lockHealth } from '../store/receivers.ts';
import type { Transaction } from '../store/store.ts';
import type { DueMessage } from './claim-due.ts';
import type { Delivery, FailedDelivery } from './deliver.ts';
import { BREAKS_AT, isBroken, nextHealth } from './receiver-health.ts';
import { retryDelay } from './retry-delay.ts';

/** What has become of an attempt, once it is kept. */
export interface Recorded {
  /** `lost`: another process has the message, and says what becomes of it. */
  readonly outcome: 'delivered' | 'failed' | 'given-up' | 'lost';
  /** Why it was not delivered. */
  readonly error?: string;
  /** When it is sent again, in business time. */
  readonly dueAt?: number;
  /** The receiver is left alone from now on, until this business time. */
  readonly leftAloneUntil?: number;
  /** The receiver was left alone, and is not any more. */
  readonly isBack?: boolean;
}

/** Keeps what has become of an attempt: of its message, and of its receiver. */
export async function recordDelivery(
  tx: Transaction,
  message: DueMessage,
  lease: string,
  delivery: Delivery,
  now: number,
): Promise<Recorded> {
  // The receiver first, as whoever claims: in any other order two transactions could wait for each other.
  if (delivery.outcome !== 'delivered') return recordFailure(tx, message, lease, delivery, now);
  const failures = await clearHealth(tx, message);
  const end = { state: 'delivered', error: null, isUnsent: false, now } as const;
  const isOurs = (await endMessage(tx, message.messageId, lease, end)) === 1;
  return { outcome: isOurs ? 'delivered' : 'lost', isBack: failures >= BREAKS_AT };
}

async function recordFailure(
  tx: Transaction,
  message: DueMessage,
  lease: string,
  { outcome, error, isUnsent = false, retryAfter = 0 }: FailedDelivery,
  now: number,
): Promise<Recorded> {
  const { isProbe, attempts, messageId } = message;
  const before = await lockHealth(tx, message);
  const health = nextHealth(before, { isProbe, retryAfter }, now, Math.random());
  await keepHealth(tx, message, health);
  const isNew = isBroken(health) && !isBroken(before);
  const receiver = isNew ? { leftAloneUntil: health.resumeAt } : {};
  const delay = outcome === 'failed' ? retryDelay(attempts, Math.random()) : null;
  if (delay === null) {
    const isOurs =
      (await endMessage(tx, messageId, lease, { state: 'given-up', error, isUnsent, now })) === 1;
    return { outcome: isOurs ? 'given-up' : 'lost', error, ...receiver };
  }
  const dueAt = Math.max(now + delay, health.resumeAt);
  const isOurs = (await postponeMessage(tx, messageId, lease, { error, isUnsent, dueAt })) === 1;
  return { outcome: isOurs ? 'failed' : 'lost', error, dueAt, ...receiver };
}
