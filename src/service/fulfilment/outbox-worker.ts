import type { Clock } from '../clock.ts';
import {
  accountsWithMessages,
  claimDueMessages,
  type ClaimedMessage,
  endMessage,
  postponeMessage,
} from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { Delivery, WebhookMessage, WebhookTarget } from './deliver.ts';
import { retryDelay } from './retry-delay.ts';

/** As many at once, so that one slow provider does not hold all others up. */
const AT_ONCE = 16;

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
  let isStopped = false;
  let isAsked = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(wake, interval);
  timer.unref();

  function wake(): void {
    isAsked = true;
    if (isStopped) return;
    running ??= run().finally(() => (running = undefined));
  }

  async function run(): Promise<void> {
    while (isAsked && !isStopped) {
      isAsked = false;
      try {
        if ((await deliverDue()) > 0) isAsked = true;
      } catch (error) {
        report(`outbox: ${String(error)}`);
      }
    }
  }

  /** How many were tried. */
  async function deliverDue(): Promise<number> {
    const lease = newId();
    const claimed = await store.transaction(async (tx) => {
      const messages: ClaimedMessage[] = [];
      for (const accountId of await accountsWithMessages(tx)) {
        const limit = AT_ONCE - messages.length;
        if (limit === 0) break;
        const now = await clock.now(tx, accountId);
        messages.push(...(await claimDueMessages(tx, accountId, { now, lease, leaseFor, limit })));
      }
      return messages;
    });
    await Promise.all(claimed.map((message) => handle(message, lease)));
    return claimed.length;
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
      while (running) await running;
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
