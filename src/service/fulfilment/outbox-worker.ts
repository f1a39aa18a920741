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
  /** Is told of a message that was given up, and of a store that does not answer. */
  readonly report: (problem: string) => void;
}

/** Delivers what the outbox holds: at least once each, in order per item, until it is taken or given up. */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  #timer: NodeJS.Timeout | undefined;
  /** What is on its way, by its receiver. */
  readonly #underWay = new Map<string, Set<Promise<void>>>();
  #isStopped = false;
  #isAsked = false;
  #looking: Promise<void> | undefined;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
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
    const { store, newId } = this.#options;
    while (this.#isAsked && !this.#isStopped) {
      this.#isAsked = false;
      const lease = newId();
      try {
        const messages = await store.transaction((tx) => this.#claim(tx, lease));
        for (const message of messages) this.#send(message, lease);
      } catch (error) {
        this.#report(error);
      }
    }
    this.#looking = undefined;
  }

  /** What is due, as much of it as each receiver has room for. */
  async #claim(tx: Transaction, lease: string): Promise<ClaimedMessage[]> {
    const messages: ClaimedMessage[] = [];
    for (const receiver of await receiversWithMessages(tx)) {
      const limit = AT_ONCE - (this.#underWay.get(nameOf(receiver))?.size ?? 0);
      if (limit === 0) continue;
      const now = await this.#options.clock.now(tx, receiver.accountId);
      const terms = { now, lease, limit };
      messages.push(...(await claimDueMessages(tx, receiver, terms)));
    }
    return messages;
  }

  /** Has a message on its way; when it is done there is room for the next. */
  #send(message: ClaimedMessage, lease: string): void {
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
  async #handle(message: ClaimedMessage, lease: string): Promise<boolean> {
    try {
      await this.#record(message, lease, await this.#deliver(message));
      return true;
    } catch (error) {
      this.#report(error);
      return false;
    }
  }

  async #deliver(message: ClaimedMessage): Promise<Delivery> {
    const { accountId, provider } = message;
    const target = this.#options.targetOf(accountId, provider);
    if (target) return this.#options.deliver(message, target);
    return { outcome: 'failed', error: `the catalogue has no provider "${provider}"` };
  }

  async #record(message: ClaimedMessage, lease: string, delivery: Delivery): Promise<void> {
    const { accountId, messageId, provider, attempts } = message;
    const { store, clock, report } = this.#options;
    const delay = delivery.outcome === 'failed' ? retryDelay(attempts, Math.random()) : null;
    await store.transaction(async (tx) => {
      const now = await clock.now(tx, accountId);
      if (delivery.outcome === 'delivered')
        return endMessage(tx, messageId, lease, { state: 'delivered', error: null, now });
      const { error } = delivery;
      if (delay !== null) return postponeMessage(tx, messageId, lease, { error, dueAt: now + delay });
      return endMessage(tx, messageId, lease, { state: 'given-up', error, now });
    });
    if (delivery.outcome === 'delivered' || delay !== null) return;
    const end = `was given up after ${attempts} attempts: ${delivery.error}`;
    report(`outbox: ${messageId} for ${provider} ${end}`);
  }

  #allUnderWay(): Promise<void>[] {
    return [...this.#underWay.values()].flatMap((sent) => [...sent]);
  }

  #report(error: unknown): void {
    this.#options.report(`outbox: ${String(error)}`);
  }
}

function nameOf({ accountId, provider }: Receiver): string {
  return JSON.stringify([accountId, provider]);
}
