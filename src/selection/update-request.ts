import type { CartItemOrigin } from '../model/index.ts';
import type { UpdateResult, UpdateWish } from './update-wish.ts';

/** One wish, from the call to its outcome. */
export interface UpdateRequest {
  readonly wish: UpdateWish;
  /** What the change that answers it is told as caused by, where the launcher does not say. */
  readonly origin: CartItemOrigin;
  /** True: it takes a change back that the page's cart has refused, and its answer is not taken back again. */
  readonly isRollBack: boolean;
  readonly promise: Promise<UpdateResult>;
  resolve(result: UpdateResult): void;
  reject(reason: unknown): void;
  /** True when it may be sent; from then on its signal counts no more. False when the signal has dropped it. */
  take(): boolean;
}

/** What a request is made with, beside its wish. */
export interface UpdateRequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly origin?: CartItemOrigin;
  readonly isRollBack?: boolean;
}

/** A request that its signal can drop, with the signal's reason, for as long as it was not taken. */
export function createUpdateRequest(
  wish: UpdateWish,
  { signal, origin = 'page', isRollBack = false }: UpdateRequestOptions = {},
): UpdateRequest {
  let resolve!: UpdateRequest['resolve'];
  let reject!: UpdateRequest['reject'];
  const promise = new Promise<UpdateResult>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  const drop = () => reject(signal?.reason);
  const hold = () => signal?.removeEventListener('abort', drop);
  if (signal?.aborted) drop();
  signal?.addEventListener('abort', drop);
  promise.then(hold, hold);
  const take = () => {
    hold();
    return !signal?.aborted;
  };
  return { wish, origin, isRollBack, promise, resolve, reject, take };
}
