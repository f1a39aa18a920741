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
  readonly sessionId: string | undefined;
}

/** The body of a confirm for an order without items. */
export interface ConfirmNothing extends ConfirmRequest {
  readonly items: readonly never[];
}

/**
 * Rokt's transaction API. Every call rejects with a `TransactionError`; an item that is refused is no failure of a call, so
 * look at each item's `success`.
 */
export interface TransactionClient {
  readonly placements: {
    /** Is there anything to show on the upsell page? */
    any(body: AnyRequest, options?: CallOptions): Promise<AnyResult>;
  };
  readonly cart: {
    /** Holds items and locks their prices. Charge what it answers. */
    reserve(body: ReserveRequest, options: SessionCallOptions): Promise<Timed<ReserveAnswer>>;
    /** After the payment of every order, also of one without items, which needs no session. */
    confirm(body: ConfirmNothing, options?: CallOptions): Promise<Timed<ConfirmAnswer>>;
    confirm(body: ConfirmRequest, options: SessionCallOptions): Promise<Timed<ConfirmAnswer>>;
    /** Ends holds before their time. */
    release(body: ReleaseRequest, options: SessionCallOptions): Promise<Timed<ReleaseAnswer>>;
  };
  readonly confirmation: {
    /** Undoes the confirmation of one item. */
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
