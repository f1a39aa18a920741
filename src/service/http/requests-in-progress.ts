import { createHash } from 'node:crypto';
import { findAnswer, keepAnswer, type RequestKey } from '../store/answered-requests.ts';
import type { Store, Transaction } from '../store/store.ts';
import { Refusal } from './refusal.ts';

/** An answer as it is sent, at a time of the account's business. */
export interface Answered {
  readonly sessionId: string;
  /** JSON. */
  readonly answer: string;
  readonly now: number;
}

/** How long an answer can be asked for again, in ms of business time. */
const KEPT_FOR = 24 * 60 * 60_000;

interface Running {
  readonly bodyHash: string;
  readonly done: Promise<unknown>;
}

/** Answers each request once: the same again under its `Idempotency-Key` gets the answer of the first. */
export class RequestsInProgress {
  readonly #store: Store;
  readonly #patience: number;
  readonly #running = new Map<string, Running>();

  /** @param patience how long a twin waits for the first, in ms */
  constructor(store: Store, patience: number) {
    this.#store = store;
    this.#patience = patience;
  }

  /** What `work` answers in a transaction, or what it has answered before under this key. */
  async answerOnce(
    key: RequestKey,
    bodyText: string,
    work: (tx: Transaction) => Promise<Answered>,
    now: (tx: Transaction) => Promise<number>,
  ): Promise<Answered> {
    const bodyHash = createHash('sha256').update(bodyText).digest('hex');
    const name = JSON.stringify([key.accountId, key.operation, key.idempotencyKey]);
    const over = this.#running.has(name) ? timeIsOver(this.#patience) : undefined;
    for (let twin = this.#running.get(name); twin; twin = this.#running.get(name)) {
      if (twin.bodyHash !== bodyHash) throw reused();
      await Promise.race([twin.done.catch(() => undefined), over]);
    }
    // Nothing is awaited from here until the next twin can see this one.
    const done = this.#store.transaction(async (tx) => {
      const at = await now(tx);
      const before = await findAnswer(tx, key, at - KEPT_FOR);
      if (before) {
        if (before.bodyHash !== bodyHash) throw reused();
        return { ...(JSON.parse(before.answer) as Omit<Answered, 'now'>), now: at };
      }
      const { sessionId, answer } = await work(tx);
      const kept = JSON.stringify({ sessionId, answer });
      await keepAnswer(tx, key, { status: 200, answer: kept, bodyHash, createdAt: at });
      return { sessionId, answer, now: at };
    });
    this.#running.set(name, { bodyHash, done });
    try {
      return await done;
    } finally {
      this.#running.delete(name);
    }
  }
}

/** Rejects after `patience` ms. */
function timeIsOver(patience: number): Promise<never> {
  const over = new Promise<never>((_, reject) => {
    AbortSignal.timeout(patience).onabort = () => reject(inProgress());
  });
  over.catch(() => undefined);
  return over;
}

function reused(): Refusal {
  return new Refusal('idempotency-key-reused', {});
}

function inProgress(): Refusal {
  return new Refusal('request-in-progress', {}, { 'retry-after': '1' });
}
