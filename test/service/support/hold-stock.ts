import type { Store } from '../../../src/service/store/store.ts';
import { createDeferred } from '../../../src/testing/deferred.ts';

/** Somebody else's transaction, which holds all stock until the result is called; that resolves once it is over. */
export async function holdStock(store: Store): Promise<() => Promise<void>> {
  const gate = createDeferred<undefined>();
  const isHeld = createDeferred<undefined>();
  const busy = store.transaction(async (tx) => {
    await tx.lock('SELECT sku FROM stock');
    isHeld.resolve(undefined);
    await gate.promise;
  });
  await isHeld.promise;
  return async () => {
    gate.resolve(undefined);
    await busy;
  };
}
