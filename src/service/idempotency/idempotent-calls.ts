import { hash } from 'node:crypto';
import { canonicalJson } from '../../model/index.ts';
import { Refusal } from '../refusal.ts';
import { settlesWithin } from '../settles-within.ts';
import { claimKey, keepAnswer, type RequestKey } from '../store/answered-requests.ts';
import { StoreBusyError, type Store, type Transaction } from '../store/store.ts';

/** A request as its `Idempotency-Key` has it; without one it is nobody's twin. */
export interface KeyedRequest {
  readonly accountId: string;
  readonly operation: string;
  readonly idempotencyKey?: string | undefined;
  /** As JSON has it: two that are equal in value are one. */
  readonly body: unknown;
}

/** What is sent, and sent again under the same `Idempotency-Key`. */
export interface SentAnswer {
  readonly sessionId: string;
  /** JSON. */
  readonly text: string;
}

/** An answer, with the business time of the transaction that gives it, also when it is an earlier one. */
export interface DatedAnswer extends SentAnswer {
  /** In ms since the epoch. */
  readonly now: number;
}

/** How long a repeated call waits for the first, and how long an answer is remembered. */
export interface IdempotencyOptions {
  /** ms that a twin in this process waits at most. */
  readonly waitLimit: number;
  /** ms that an answer is given again. */
  readonly keptFor: number;
}

interface Flight {
  readonly bodyHash: string;
  /** Resolves once the request is answered, in whatever way. */
  readonly settled: Promise<void>;
}

/**
 * Runs each request once by its `Idempotency-Key`: the key is claimed first, the answer is kept in the transaction that it
 * tells of, and given again for a time. A twin waits for the first, also where another instance has it.
 */
export class IdempotentCalls {
  readonly #store: Store;
  readonly #waitLimit: number;
  readonly #keptFor: number;
  readonly #flights = new Map<string, Flight>();

  constructor(store: Store, { waitLimit, keptFor }: IdempotencyOptions) {
    this.#store = store;
    this.#waitLimit = waitLimit;
    this.#keptFor = keptFor;
  }

  /**
   * What `work` gives, or gave when the request came first. What `work` throws is not kept.
   *
   * @param clock the account's business time
   * @throws {Refusal} `idempotency-key-reused` for another body under the key, `request-in-progress` after too long a wait
   * for the first
   */
  async run(
    request: KeyedRequest,
    clock: (tx: Transaction) => Promise<number>,
    work: (tx: Transaction, now: number) => Promise<SentAnswer>,
  ): Promise<DatedAnswer> {
    const { accountId, operation, idempotencyKey, body } = request;
    if (idempotencyKey === undefined) {
      return this.#store.transaction(async (tx) => {
        const now = await clock(tx);
        return { ...(await work(tx, now)), now };
      });
    }
    const key = { accountId, operation, idempotencyKey };
    const bodyHash = hash('sha256', canonicalJson(body) ?? '');
    const flightId = JSON.stringify([accountId, operation, idempotencyKey]);
    const deadline = performance.now() + this.#waitLimit;
    let twin = this.#flights.get(flightId);
    // Without a twin nothing is awaited: the flight has to be there before another request looks for it.
    while (twin) {
      if (twin.bodyHash !== bodyHash) throw new Refusal('idempotency-key-reused', {});
      if (!(await settlesWithin(twin.settled, deadline - performance.now()))) throw inProgress();
      twin = this.#flights.get(flightId);
    }
    const answered = this.#store.transaction((tx) =>
      answerOnce(tx, { key, bodyHash, keptFor: this.#keptFor }, clock, work),
    );
    const land = () => {
      this.#flights.delete(flightId);
    };
    this.#flights.set(flightId, { bodyHash, settled: answered.then(land, land) });
    return answered;
  }
}

interface Claim {
  readonly key: RequestKey;
  readonly bodyHash: string;
  readonly keptFor: number;
}

async function answerOnce(
  tx: Transaction,
  { key, bodyHash, keptFor }: Claim,
  clock: (tx: Transaction) => Promise<number>,
  work: (tx: Transaction, now: number) => Promise<SentAnswer>,
): Promise<DatedAnswer> {
  const now = await clock(tx);
  const kept = await claimKey(tx, key, bodyHash, { now, keptFor }).catch((error: unknown) => {
    throw error instanceof StoreBusyError ? inProgress() : error;
  });
  if (kept && kept.bodyHash !== bodyHash) throw new Refusal('idempotency-key-reused', {});
  if (kept) return { sessionId: kept.sessionId, text: kept.text, now };
  const answer = await work(tx, now);
  await keepAnswer(tx, key, answer);
  return { ...answer, now };
}

function inProgress(): Refusal {
  return new Refusal('request-in-progress', {}, { 'retry-after': '1' });
}
