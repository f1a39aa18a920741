import type { Clock } from '../clock.ts';
import type { Receiver } from '../store/receivers.ts';
import type { Store } from '../store/store.ts';
import { claimDue, type DueMessage, nameOf } from './claim-due.ts';
import type { Delivery, WebhookMessage, WebhookTarget } from './deliver.ts';
import { deliveryLines } from './delivery-lines.ts';
import { recordDelivery } from './record-delivery.ts';

/** As many messages are on their way to one provider; the others have ways of their own, so that a slow one delays nobody else. */
const AT_ONCE = 8;

/** ms between two looks for what has become due. */
const INTERVAL = 1_000;

/** What delivers, and who is told what it could not do. */
export interface OutboxWorkerOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Where the provider of an account takes messages; undefined when the catalogue names it no more. */
  readonly targetOf: (accountId: string, provider: string) => WebhookTarget | undefined;
  readonly deliver: (message: WebhookMessage, target: WebhookTarget) => Promise<Delivery>;
  /** Is told at once of each attempt that fails, each message that is given up, each receiver that is left alone and comes back, and of a store that does not answer. */
  readonly report: (problem: string) => void;
}

/** How many attempts of this process have ended, and how. */
export interface DeliveryCounts {
  readonly delivered: number;
  /** Those that gave their message up included. */
  readonly failed: number;
  readonly givenUp: number;
}

/**
 * Delivers what the outbox holds: at least once each, in order per item, until it is taken or given up. Each receiver has a queue
 * of its own, and one that fails is left alone.
 */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  #timer: NodeJS.Timeout | undefined;
  /** What is on its way, by its receiver. */
  readonly #underWay = new Map<string, Set<Promise<void>>>();
  #isStopped = false;
  #isAsked = false;
  #looking: Promise<void> | undefined;
  readonly #counts = { delivered: 0, failed: 0, givenUp: 0 };

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
  }

  /** What has become of its attempts so far. */
  get counts(): DeliveryCounts {
    return { ...this.#counts };
  }

  /** Looks by itself from now on, until it is stopped. */
  start(): void {
    this.#timer = setInterval(() => this.wake(), INTERVAL);
    this.#timer.unref();
  }

  /** Something may be due: looks at once. */
  wake(): void {
    this.#isAsked = true;
    if (this.#isStopped) return;
    this.#looking ??= this.#look();
  }

  /** Resolves once nothing is due any more. */
  async settled(): Promise<void> {
    this.wake();
    while (this.#looking || this.#underWay.size > 0) {
      await (this.#looking ?? Promise.race(this.#allUnderWay()));
    }
  }

  /** Takes nothing more, and waits for what is on its way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#looking;
    await Promise.all(this.#allUnderWay());
  }

  async #look(): Promise<void> {
    const { store, clock, newId } = this.#options;
    const roomOf = (receiver: Receiver) => AT_ONCE - (this.#underWay.get(nameOf(receiver))?.size ?? 0);
    while (this.#isAsked && !this.#isStopped) {
      this.#isAsked = false;
      const lease = newId();
      try {
        const messages = await store.transaction((tx) => claimDue(tx, { clock, lease, roomOf }));
        for (const message of messages) this.#send(message, lease);
      } catch (error) {
        this.#report(error);
      }
    }
    this.#looking = undefined;
  }

  /** Has a message on its way; when it is done there is room for the next. */
  #send(message: DueMessage, lease: string): void {
    const name = nameOf(message);
    const others = this.#underWay.get(name) ?? new Set();
    this.#underWay.set(name, others);
    const sent = this.#handle(message, lease).then((isDone) => {
      others.delete(sent);
      if (others.size === 0) this.#underWay.delete(name);
      if (isDone) this.wake();
    });
    others.add(sent);
  }

  /** Delivers one message and records what came of it; false when the store did not take that. */
  async #handle(message: DueMessage, lease: string): Promise<boolean> {
    try {
      await this.#record(message, lease, await this.#deliver(message));
      return true;
    } catch (error) {
      this.#report(error);
      return false;
    }
  }

  async #deliver(message: DueMessage): Promise<Delivery> {
    const { accountId, provider } = message;
    const target = this.#options.targetOf(accountId, provider);
    if (target) return this.#options.deliver(message, target);
    return { outcome: 'failed', error: `the catalogue has no provider "${provider}"`, isUnsent: true };
  }

  async #record(message: DueMessage, lease: string, delivery: Delivery): Promise<void> {
    const { store, clock, report } = this.#options;
    const recorded = await store.transaction(async (tx) => {
      const now = await clock.now(tx, message.accountId);
      return recordDelivery(tx, message, lease, delivery, now);
    });
    const { outcome } = recorded;
    if (outcome === 'delivered') this.#counts.delivered++;
    if (outcome === 'failed' || outcome === 'given-up') this.#counts.failed++;
    if (outcome === 'given-up') this.#counts.givenUp++;
    for (const line of deliveryLines(message, recorded)) report(line);
  }

  #allUnderWay(): Promise<void>[] {
    return [...this.#underWay.values()].flatMap((sent) => [...sent]);
  }

  #report(error: unknown): void {
    this.#options.report(`outbox: ${String(error)}`);
  }
}
