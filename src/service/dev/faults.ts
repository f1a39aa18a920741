/** What goes wrong with some calls of an account, on purpose. */
export interface Fault {
  /** The operation, such as `cart.reserve`; every one without. */
  readonly operation?: string | undefined;
  /** ms that the call waits before anything else. */
  readonly latency?: number | undefined;
  /** Answers with this status before the call has done anything. */
  readonly status?: number | undefined;
  /** `reply`: the call does all that it should and commits, then the connection breaks without an answer. */
  readonly drop?: 'reply' | undefined;
  /** The first call it hits, counted from when it was set; 1. */
  readonly nth?: number | undefined;
  /** How many calls it hits from there on; without, every one until it is taken away. */
  readonly count?: number | undefined;
}

/** The faults of every account. */
export interface Faults {
  /** Adds one, and gives what takes it away. */
  add(accountId: string, fault: Fault): () => void;
  clear(accountId: string): void;
  of(accountId: string): readonly Fault[];
  /** Counts one call, and tells the fault that hits it; of several the one that was set last. */
  next(accountId: string, operation: string): Fault | undefined;
}

/** No fault at first. */
export function createFaults(): Faults {
  const all = new Map<string, { fault: Fault; calls: number }[]>();
  const of = (accountId: string) => all.get(accountId) ?? [];
  return {
    add(accountId, fault) {
      const entry = { fault, calls: 0 };
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
    next(accountId, operation) {
      let hit: Fault | undefined;
      for (const entry of of(accountId)) {
        const { fault } = entry;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        entry.calls++;
        const { nth = 1, count = Infinity } = fault;
        if (entry.calls >= nth && entry.calls < nth + count) hit = fault;
      }
      return hit;
    },
  };
}
