export { cancel } from './cancel.ts';
export { confirm } from './confirm.ts';
export type { ReservationContext } from './context.ts';
export { sweepHolds } from './expire.ts';
export { IdempotentCalls, type KeyedRequest } from './idempotent-calls.ts';
export { release } from './release.ts';
export { RequestRefused } from './request-refused.ts';
export { reserve } from './reserve.ts';
