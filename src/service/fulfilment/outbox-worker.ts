import type { Clock } from '../clock.ts';
import {
  claimDueMessages,
  type ClaimedMessage,
  endMessage,
  postponeMessage,
  type Receiver,
  receiversWithMessages,
} from '../store/deliveries.ts';
import type { Store, Transaction } from '../store/store.ts';
import type { Delivery, WebhookMessage, WebhookTarget } from './deliver.ts';
import { retryDelay } from './retry-delay.ts';

/** As many messages are on their way to one provider; the others have ways of their own, so that a slow one delays nobody else. */
const AT_ONCE = 8;

export interface OutboxWorkerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Where the provider of an account takes messages; undefined when the catalogue names it no more. */
  readonly targetOf: (accountId: string, provider: string) => WebhookTarget | undefined;
  readonly deliver: (message: WebhookMessage, target: WebhookTarget) => Promise<Delivery>;
  /** Is told of a message that was given up, and of a store that does not answer. */
  readonly report: (problem: string) => void;
  /** ms between two looks for what has become due; 1,000. */
  readonly interval?: number | undefined;
  /** ms that a message belongs to the process that has taken it; 60,000. */
  readonly leaseFor?: number | undefined;
}

export interface OutboxWorker {
  /** Something may be due: looks at once. */
  wake(): void;
  /** Resolves once nothing is due any more. */
  settled(): Promise<void>;
  /** Takes nothing more, and waits for what is on its way. */
  stop(): Promise<void>;
}

/** Delivers what the outbox holds: at least once each, in order per item, until it is taken or given up. */
export function createOutboxWorker(options: OutboxWorkerOptions): OutboxWorker {
  const { store, clock, newId, targetOf, deliver, report, interval = 1000, leaseFor = 60_000 } = options;
  /** What is on its way, by its receiver. */
  const underWay = new Map<string, Set<Promise<void>>>();
  let isStopped = false;
  let isAsked = false;
  let looking: Promise<void> | undefined;
  const timer = setInterval(wake, interval);
  timer.unref();

  function wake(): void {
    isAsked = true;
    if (isStopped) return;
    looking ??= look().finally(() => (looking = undefined));
  }

  async function look(): Promise<void> {
    while (isAsked && !isStopped) {
      isAsked = false;
      const lease = newId();
      try {
        for (const message of await store.transaction((tx) => claim(tx, lease))) send(message, lease);
      } catch (error) {
        report(`outbox: ${String(error)}`);
      }
    }
  }

  /** What is due, as much of it as each receiver has room for. */
  async function claim(tx: Transaction, lease: string): Promise<ClaimedMessage[]> {
    const messages: ClaimedMessage[] = [];
    for (const receiver of await receiversWithMessages(tx)) {
      const limit = AT_ONCE - (underWay.get(nameOf(receiver))?.size ?? 0);
      if (limit === 0) continue;
      const now = await clock.now(tx, receiver.accountId);
      messages.push(...(await claimDueMessages(tx, receiver, { now, lease, leaseFor, limit })));
    }
    return messages;
  }

  /** Has a message on its way; when it is done there is room for the next. */
  function send(message: ClaimedMessage, lease: string): void {
    const name = nameOf(message);
    const others = underWay.get(name) ?? new Set();
    underWay.set(name, others);
    const sent = handle(message, lease)
      .then(
        () => true,
        (error: unknown) => {
          report(`outbox: ${String(error)}`);
          return false;
        },
      )
      .then((isDone) => {
        others.delete(sent);
        if (others.size === 0) underWay.delete(name);
        if (isDone) wake();
      });
    others.add(sent);
  }

  async function handle(message: ClaimedMessage, lease: string): Promise<void> {
    const { accountId, messageId, provider, attempts } = message;
    const target = targetOf(accountId, provider);
    const delivery: Delivery = target
      ? await deliver(message, target)
      : { outcome: 'failed', error: `the catalogue has no provider "${provider}"` };
    const delay = delivery.outcome === 'failed' ? retryDelay(attempts, Math.random()) : null;
    await store.transaction(async (tx) => {
      const now = await clock.now(tx, accountId);
      if (delivery.outcome === 'delivered')
        return endMessage(tx, messageId, lease, { state: 'delivered', error: null, now });
      const { error } = delivery;
      if (delay !== null) return postponeMessage(tx, messageId, lease, { error, dueAt: now + delay });
      return endMessage(tx, messageId, lease, { state: 'given-up', error, now });
    });
    if (delivery.outcome !== 'delivered' && delay === null) {
      report(
        `outbox: ${messageId} for ${provider} was given up after ${attempts} attempts: ${delivery.error}`,
      );
    }
  }

  return {
    wake,
    async settled() {
      wake();
      for (;;) {
        if (looking) await looking;
        else if (underWay.size > 0) await Promise.race([...underWay.values()].flatMap((sent) => [...sent]));
        else return;
      }
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await looking;
      await Promise.all([...underWay.values()].flatMap((sent) => [...sent]));
    },
  };
}

function nameOf({ accountId, provider }: Receiver): string {
  return JSON.stringify([accountId, provider]);
}
