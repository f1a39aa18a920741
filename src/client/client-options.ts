import type { OperationId } from './operations.ts';
import type { TransactionError } from './transaction-error.ts';

/** What the client needs of a `fetch`; the runtime's own and undici's have it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What the client hands to `fetch`. */
export interface FetchInit {
  /** Every call is a POST. */
  method: 'POST';
  /** By lower-case names; `rokt-api-key` among them. */
  headers: Record<string, string>;
  /** JSON. */
  body: string;
  /** No redirect is followed. */
  redirect: 'manual';
  /** Aborts when the attempt’s time is over, or by the signal of the call. */
  signal: AbortSignal;
}

/** What the client reads of an answer. */
export interface FetchResponse {
  /** The HTTP status. */
  readonly status: number;
  /** Its `get` gives a header by name, in any case; null where there is none. */
  readonly headers: { get(name: string): string | null };
  /** The whole body. */
  text(): Promise<string>;
}

/** Before each request. */
export interface RequestEvent {
  /** Which call it is of. */
  readonly operation: OperationId;
  /** Where the request goes. */
  readonly url: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** The same for all requests of one call. */
  readonly idempotencyKey: string;
}

/** After each answer that was read to its end. */
export interface ResponseEvent extends RequestEvent {
  /** The HTTP status. */
  readonly status: number;
  /** From the request to the end of the body, in ms. */
  readonly duration: number;
}

/** Before each wait for another attempt. */
export interface RetryEvent extends RequestEvent {
  /** In ms. */
  readonly delay: number;
  /** Why the attempt failed. */
  readonly error: TransactionError;
}

/** Who calls, where, and how patiently. */
export interface TransactionClientOptions {
  /** The account’s API key, in visible ASCII characters; only the server of `baseUrl` is told it. */
  readonly apiKey: string;
  /** A tag of the account, in visible ASCII characters. */
  readonly tagId: string;
  /** Where `/v1/…` is, over https; on this machine http will do. Rokt tells each partner its own. */
  readonly baseUrl: string;
  /** True when the API key may go to another machine over plain http, such as one of your own network. */
  readonly allowPlainHttp?: boolean | undefined;
  /** Default: the runtime's. */
  readonly fetch?: Fetch | undefined;
  /** For each attempt, to the end of its body, in ms; default 10 000. */
  readonly timeout?: number | undefined;
  /** For the whole call, waits included, in ms; default 30 000. */
  readonly totalTimeout?: number | undefined;
  /** How often a failed request is repeated; default 2, and 0 is exactly one request. */
  readonly retries?: number | undefined;
  /** True when the server keeps `Idempotency-Key`, as `rokt-upsell serve` does: then every confirm may be repeated. */
  readonly idempotent?: boolean | undefined;
  /** Told before each request; what it throws or rejects with is passed over. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Told after each answer that was read to its end; what it throws or rejects with is passed over. */
  readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Told before each wait for another attempt; what it throws or rejects with is passed over. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | undefined;
}

/** What a call may carry beside its body. */
export interface CallOptions {
  /** From the browser, or from `placements.any`. */
  readonly sessionId?: string | undefined;
  /** A locale or a language: only offers that match it count. */
  readonly acceptLanguage?: string | undefined;
  /** Default: a new one for each call. Give the one of a failed call to repeat it. */
  readonly idempotencyKey?: string | undefined;
  /** Ends the call, which then rejects; what was sent by then may have been done. */
  readonly signal?: AbortSignal | undefined;
}

/** For a call that needs the session. */
export interface SessionCallOptions extends CallOptions {
  readonly sessionId: string;
}
