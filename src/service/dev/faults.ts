import { hash } from 'node:crypto';
import { canonicalJson } from '../../model/index.ts';
import type { Step, TestOutcome } from '../reservation/index.ts';

/** What becomes of items while such a fault is set: in every call, whatever `nth` and `count` say. */
export type FaultOutcome = 'sold-out' | 'too-many-holds' | 'dearer' | 'expired';

/** What goes wrong with some calls of an account, on purpose. */
export interface Fault {
  /** The operation, such as `cart.reserve`; every one without. */
  readonly operation?: string | undefined;
  /** ms that the call waits before anything else. */
  readonly latency?: number | undefined;
  /** Waits no longer than until the caller has hung up; the call is done all the same, and its answer reaches nobody. */
  readonly untilHungUp?: boolean | undefined;
  /** Answers with this status before the call has done anything. */
  readonly status?: number | undefined;
  /** Seconds that the answer with `status` asks the caller to wait, as `Retry-After`. */
  readonly retryAfter?: number | undefined;
  /**
   * `reply`: the call does all that it should and commits, then the connection breaks without an answer. `request`: it breaks
   * before the call has done anything.
   */
  readonly drop?: 'request' | 'reply' | undefined;
  /**
   * What becomes of items, in every call until it is taken away: reserve finds them `sold-out`, held by as many carts as may be
   * (`too-many-holds`), or `dearer` by a quarter than the page showed them; to confirm they are `expired`.
   */
  readonly outcome?: FaultOutcome | undefined;
  /** The first call it hits, counted from when it was set; 1. */
  readonly nth?: number | undefined;
  /** How many calls it hits from there on; without, every one until it is taken away. */
  readonly count?: number | undefined;
  /** Hits each body once: the same call again goes through, as when a client tries again. */
  readonly oncePerBody?: boolean | undefined;
}

/** A call, as far as faults ask. */
interface Call {
  readonly operation: string;
  readonly body: unknown;
}

/** The faults of every account. */
export interface Faults {
  /** Adds one, and gives what takes it away. */
  add(accountId: string, fault: Fault): () => void;
  clear(accountId: string): void;
  of(accountId: string): readonly Fault[];
  /** How many calls those that are set have hit so far. */
  hitsOf(accountId: string): number;
  /** Counts one call, and tells the fault that hits it; of several the one that was set last. */
  next(accountId: string, call: Call): Fault | undefined;
  /** What becomes of an item at `step`, by the fault that was set last; undefined where none says. */
  outcomeOf(accountId: string, step: Step): TestOutcome | undefined;
}

/** A fault, and what it has seen. */
interface Entry {
  readonly fault: Fault;
  readonly bodies: Set<string>;
  calls: number;
  hits: number;
}

/** No fault at first. */
export function createFaults(): Faults {
  const all = new Map<string, Entry[]>();
  const of = (accountId: string) => all.get(accountId) ?? [];
  return {
    add(accountId, fault) {
      const entry = { fault, bodies: new Set<string>(), calls: 0, hits: 0 };
      all.set(accountId, [...of(accountId), entry]);
      return () => {
        const others = of(accountId).filter((one) => one !== entry);
        all.set(accountId, others);
      };
    },
    clear(accountId) {
      all.delete(accountId);
    },
    of: (accountId) => of(accountId).map(({ fault }) => fault),
    hitsOf: (accountId) => of(accountId).reduce((sum, { hits }) => sum + hits, 0),
    next(accountId, call) {
      const hits = of(accountId).filter((entry) => isHit(entry, call));
      const hit = hits.at(-1);
      if (hit) hit.hits++;
      return hit?.fault;
    },
    outcomeOf(accountId, step) {
      const set = of(accountId).flatMap(
        ({ fault }) => (fault.outcome && outcomes[fault.outcome][step]) ?? [],
      );
      return set.at(-1);
    },
  };
}

const refused: TestOutcome = { isRefused: true };

const outcomes: Readonly<Record<FaultOutcome, { readonly [At in Step]?: TestOutcome }>> = {
  'sold-out': { reserve: refused, sell: refused },
  'too-many-holds': { reserve: { isHeldToTheLimit: true } },
  dearer: { reserve: { priceOf: (unitPrice) => Math.ceil(unitPrice * 1.25) } },
  expired: { confirm: refused, sell: refused },
};

/** Counts one call for a fault, and tells whether it is hit. */
function isHit(entry: Entry, { operation, body }: Call): boolean {
  const { fault, bodies } = entry;
  if (fault.outcome !== undefined) return false;
  if (fault.operation !== undefined && fault.operation !== operation) return false;
  if (fault.oncePerBody) {
    const key = hash('sha256', `${operation} ${canonicalJson(body) ?? ''}`);
    if (bodies.has(key)) return false;
    bodies.add(key);
  }
  entry.calls++;
  const { nth = 1, count = Infinity } = fault;
  return entry.calls >= nth && entry.calls < nth + count;
}
