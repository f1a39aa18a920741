/** What the stream of an account tells its console, by the names of the events. */
export interface ConsoleEvents {
  /** The calls that follow are all that are kept: those that were shown are of before. */
  readonly start: LogStart;
  /** A call has ended. */
  readonly call: LoggedCall;
  /** Everything but the calls, as it is now. */
  readonly state: AccountState;
}

/** Where a log begins. */
export interface LogStart {
  /** How many calls before it are not kept any more. */
  readonly forgotten: number;
}

/** One call of the API, as the log has it. Times are ms since the epoch, or ms. */
export interface LoggedCall {
  readonly id: string;
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  /** 0 where the connection broke before there was an answer. */
  readonly status: number;
  readonly isLost: boolean;
  readonly fault?: SetFault | undefined;
  readonly took: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly request: unknown;
  readonly answer: unknown;
  /** What became of the offers of the catalogue, the nearest first, in a call that asks for offers. */
  readonly targeting?: readonly OfferFate[] | undefined;
}

/** What became of one offer when somebody asked for offers. */
export interface OfferFate {
  readonly placementId: string;
  readonly sku: string;
  readonly name: string;
  /** `missed` where a condition was not met; `sold-out` where all were, and there is no stock. */
  readonly outcome: 'shown' | 'sold-out' | 'missed';
  readonly unmet: readonly Unmet[];
}

/** A condition that was not met. */
export interface Unmet {
  /** In words: `the attribute "country"`. */
  readonly rule: string;
  /** What would have met it. */
  readonly expected: readonly string[];
  /** In words, without the values of attributes, which may tell who the shopper is. */
  readonly got: string;
}

/** An account as it is at one moment. */
export interface AccountState {
  readonly accountId: string;
  /** The ids of all accounts that have a console. */
  readonly accounts: readonly string[];
  /** The names of all operations that a fault may hit. */
  readonly operations: readonly string[];
  readonly clock: ClockState;
  readonly faults: readonly SetFault[];
  /** How many calls the faults have hit. */
  readonly faultHits: number;
  readonly stock: readonly StockLevel[];
  /** The newest first, of each kind at most 200. */
  readonly holds: readonly ShownHold[];
  readonly deliveries: readonly DeliveryState[];
  readonly report: Verdict;
}

/** Business time. */
export interface ClockState {
  /** ms since the epoch. */
  readonly now: number;
  readonly isFrozen: boolean;
  /** ms that it is ahead of the machine's, where it runs. */
  readonly ahead: number;
}

/** A fault, as `POST /_dev/accounts/ID/faults` takes it. */
export interface SetFault {
  readonly operation?: string | undefined;
  /** ms */
  readonly latency?: number | undefined;
  readonly untilHungUp?: boolean | undefined;
  readonly status?: number | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  readonly drop?: 'request' | 'reply' | undefined;
  readonly outcome?: 'sold-out' | 'too-many-holds' | 'dearer' | 'expired' | undefined;
  readonly nth?: number | undefined;
  readonly count?: number | undefined;
  readonly oncePerBody?: boolean | undefined;
}

/** What is left of a product; null without a limit. */
export interface StockLevel {
  readonly sku: string;
  readonly available: number | null;
  readonly supplied: number | null;
}

/** A hold and what became of it. Prices are in major units. */
export interface ShownHold {
  readonly itemReservationId: string;
  readonly cartId: string;
  readonly sku: string;
  readonly linkedProductId: string | null;
  readonly quantity: number;
  readonly totalPrice: number;
  readonly currency: string;
  readonly state: string;
  /** ms since the epoch, of business time. */
  readonly expiresAt: number;
  readonly orderId: string | null;
  readonly confirmationId: string | null;
}

/** A message to a provider. */
export interface DeliveryState {
  readonly messageId: string;
  readonly type: string;
  readonly provider: string;
  readonly itemReservationId: string;
  readonly sku: string;
  readonly state: string;
  readonly attempts: number;
  /** ms since the epoch, of business time. */
  readonly dueAt: number;
  readonly lastError: string | null;
}

/** What the report says of the integration. */
export interface Verdict {
  readonly verdict: 'pass' | 'fail' | 'nothing-seen';
  readonly calls: number;
  readonly forgotten: number;
  readonly rules: readonly JudgedRule[];
}

/** A rule of the report. */
export interface JudgedRule {
  readonly id: string;
  readonly title: string;
  readonly kind: 'fault' | 'note';
  readonly outcome: 'kept' | 'broken' | 'not-seen';
  readonly fix: string;
  readonly findings: readonly {
    readonly says: string;
    readonly requests: readonly { readonly id: string }[];
  }[];
}
