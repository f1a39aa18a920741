import { hash } from 'node:crypto';
import { findAnswer, keepAnswer, type RequestKey } from '../store/answered-requests.ts';
import type { Store, Transaction } from '../store/store.ts';
import { RequestRefused } from './request-refused.ts';

/** How long an answer is given again under its key, in ms. */
export const ANSWERS_KEPT_FOR = 24 * 60 * 60 * 1000;

/** A request as its `Idempotency-Key` has it; without one it is nobody's twin. */
export interface KeyedRequest {
  readonly accountId: string;
  readonly operation: string;
  readonly idempotencyKey?: string | undefined;
  readonly body: unknown;
}

interface Flight {
  readonly bodyHash: string;
  /** Resolves once the request is answered, in whatever way. */
  readonly settled: Promise<void>;
}

/** What a request was answered with. */
export interface Answered<Answer> {
  readonly answer: Answer;
  /** Business time of the transaction that answers, in ms since the epoch, also when the answer is an earlier one. */
  readonly now: number;
}

/**
 * Runs each request once by its `Idempotency-Key`: the answer is kept in the transaction that it tells of, and given again
 * for 24 h. A twin waits for the first.
 */
export class IdempotentCalls {
  readonly #store: Store;
  readonly #waitLimit: number;
  readonly #flights = new Map<string, Flight>();

  /** @param waitLimit ms that a twin waits at most */
  constructor(store: Store, { waitLimit = 5_000 }: { readonly waitLimit?: number } = {}) {
    this.#store = store;
    this.#waitLimit = waitLimit;
  }

  /**
   * What `work` gives, or gave when the request came first. What `work` throws is not kept.
   *
   * @param clock the account's business time
   * @throws {RequestRefused} `idempotency-key-reused` for another body under the key, `request-in-progress` after too long
   * a wait for the first
   */
  async run<Answer>(
    request: KeyedRequest,
    clock: (tx: Transaction) => Promise<number>,
    work: (tx: Transaction, now: number) => Promise<Answer>,
  ): Promise<Answered<Answer>> {
    const { accountId, operation, idempotencyKey, body } = request;
    if (idempotencyKey === undefined) {
      return this.#store.transaction(async (tx) => {
        const now = await clock(tx);
        return { answer: await work(tx, now), now };
      });
    }
    const key = { accountId, operation, idempotencyKey };
    const bodyHash = hash('sha256', JSON.stringify(body));
    const flightId = JSON.stringify([accountId, operation, idempotencyKey]);
    const deadline = performance.now() + this.#waitLimit;
    let twin = this.#flights.get(flightId);
    // Without a twin nothing is awaited: the flight has to be there before another request looks for it.
    while (twin) {
      if (twin.bodyHash !== bodyHash) throw new RequestRefused('idempotency-key-reused', {});
      const isSettled = await settlesWithin(twin.settled, deadline - performance.now());
      if (!isSettled) throw new RequestRefused('request-in-progress', {});
      twin = this.#flights.get(flightId);
    }
    const answered = this.#store.transaction((tx) => answerOnce(tx, key, bodyHash, clock, work));
    const land = () => {
      this.#flights.delete(flightId);
    };
    this.#flights.set(flightId, { bodyHash, settled: answered.then(land, land) });
    return answered;
  }
}

async function answerOnce<Answer>(
  tx: Transaction,
  key: RequestKey,
  bodyHash: string,
  clock: (tx: Transaction) => Promise<number>,
  work: (tx: Transaction, now: number) => Promise<Answer>,
): Promise<Answered<Answer>> {
  const now = await clock(tx);
  const earlier = await findAnswer(tx, key, now - ANSWERS_KEPT_FOR);
  if (earlier) {
    if (earlier.bodyHash !== bodyHash) throw new RequestRefused('idempotency-key-reused', {});
    return { answer: JSON.parse(earlier.answer) as Answer, now };
  }
  const answer = await work(tx, now);
  await keepAnswer(tx, key, { bodyHash, status: 200, answer: JSON.stringify(answer), createdAt: now });
  return { answer, now };
}

async function settlesWithin(settled: Promise<void>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  try {
    return await Promise.race([settled.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
