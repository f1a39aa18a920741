import type {
  AnyAnswer,
  AnyRequest,
  CancelAnswer,
  CancelRequest,
  ConfirmAnswer,
  ConfirmRequest,
  ReleaseAnswer,
  ReleaseRequest,
  ReserveAnswer,
  ReserveRequest,
} from '../contract/wire.ts';
import { call } from './call.ts';
import type { CallOptions, SessionCallOptions, TransactionClientOptions } from './client-options.ts';
import type { AnswerOf, OperationId, RequestOf } from './operations.ts';
import { toSettings } from './settings.ts';
import type { Timed } from './time-left.ts';

/** Whether there is anything to show, and the session to show it in: give it to the page and to the calls that follow. */
export interface AnyResult extends Timed<AnyAnswer> {
  /** The answer's `rokt-session-id`, else the one that the call was given. */
  readonly sessionId: string | undefined;
}

/** The body of a confirm for an order without items. */
export interface ConfirmNothing extends ConfirmRequest {
  /** None. */
  readonly items: readonly never[];
}

/**
 * Rokt's transaction API. A call that fails rejects with a `TransactionError`; one that cannot be made, since a header, the body or
 * a price in it cannot be sent, with a `TypeError` or `RangeError`. An item that is refused is no failure of a call, so look at each
 * item's `success`.
 */
export interface TransactionClient {
  /** What there is to sell, before the page asks for it. */
  readonly placements: {
    /**
     * Is there anything to show on the upsell page?
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent
     */
    any(body: AnyRequest, options?: CallOptions): Promise<AnyResult>;
  };
  /** What a cart holds, buys and gives back. */
  readonly cart: {
    /**
     * Holds items and locks their prices. Charge what it answers.
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent
     */
    reserve(body: ReserveRequest, options: SessionCallOptions): Promise<Timed<ReserveAnswer>>;
    /**
     * After the payment of every order, also of one without items, which needs no session.
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent
     */
    confirm(body: ConfirmNothing, options?: CallOptions): Promise<Timed<ConfirmAnswer>>;
    /**
     * After the payment of an order with items.
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent, or a price is none of its currency
     */
    confirm(body: ConfirmRequest, options: SessionCallOptions): Promise<Timed<ConfirmAnswer>>;
    /**
     * Ends holds before their time.
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent
     */
    release(body: ReleaseRequest, options: SessionCallOptions): Promise<Timed<ReleaseAnswer>>;
  };
  /** What was bought. */
  readonly confirmation: {
    /**
     * Undoes the confirmation of one item.
     *
     * @throws {TransactionError} when the call failed
     * @throws {TypeError | RangeError} when a header or the body cannot be sent
     */
    cancel(body: CancelRequest, options?: CallOptions): Promise<Timed<CancelAnswer>>;
  };
}

/**
 * A client of the transaction API, for the partner's server.
 *
 * @throws {TypeError | RangeError} when an option cannot be used
 */
export function createTransactionClient(options: TransactionClientOptions): TransactionClient {
  const settings = toSettings(options);
  const answer = async <Id extends OperationId>(
    operation: Id,
    body: RequestOf<Id>,
    given: CallOptions | undefined,
  ): Promise<Timed<AnswerOf<Id>>> => (await call(settings, operation, body, given)).answer;
  return {
    placements: {
      async any(body, given) {
        const { answer, sessionId } = await call(settings, 'placements.any', body, given);
        return Object.assign(answer, { sessionId });
      },
    },
    cart: {
      reserve: (body, given) => answer('cart.reserve', body, given),
      confirm: (body: ConfirmRequest, given?: CallOptions) => answer('cart.confirm', body, given),
      release: (body, given) => answer('cart.release', body, given),
    },
    confirmation: { cancel: (body, given) => answer('confirmation.cancel', body, given) },
  };
}
