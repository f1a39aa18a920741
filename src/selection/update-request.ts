import type { UpdateResult, UpdateWish } from './update-wish.ts';

/** One call of `updateCartItem`, from the call to its outcome. */
export interface UpdateRequest {
  readonly wish: UpdateWish;
  readonly promise: Promise<UpdateResult>;
  resolve(result: UpdateResult): void;
  reject(reason: unknown): void;
  /** True when it may be sent; from then on its signal counts no more. False when the signal has dropped it. */
  take(): boolean;
}

/** A request that `signal` can drop, with the signal's reason, for as long as it was not taken. */
export function createUpdateRequest(wish: UpdateWish, signal?: AbortSignal): UpdateRequest {
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
  return { wish, promise, resolve, reject, take };
}
