import { KEPT_FOR } from '../../../src/service/durations.ts';
import {
  type IdempotencyOptions,
  IdempotentCalls,
} from '../../../src/service/idempotency/idempotent-calls.ts';
import { LOCK_WAIT, type Store } from '../../../src/service/store/store.ts';

/** The calls on a store as a service has them that was told nothing else. */
export function callsOn(store: Store, options: Partial<IdempotencyOptions> = {}): IdempotentCalls {
  return new IdempotentCalls(store, { waitLimit: LOCK_WAIT, keptFor: KEPT_FOR.answers, ...options });
}
