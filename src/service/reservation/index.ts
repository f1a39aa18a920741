export { cancel } from './cancel.ts';
export { confirm } from './confirm.ts';
export type { ReservationContext, Step, TestItem, TestOutcome } from './context.ts';
export { release } from './release.ts';
export { reserve } from './reserve.ts';
export { sweepHolds } from './stock-moves.ts';
