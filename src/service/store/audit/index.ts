import { accountChecks } from './account-checks.ts';
import { cartChecks } from './cart-checks.ts';
import type { Check } from './check.ts';
import { holdChecks } from './hold-checks.ts';
import { messageChecks } from './message-checks.ts';
import { stockChecks } from './stock-checks.ts';

export type { AuditTime, Check } from './check.ts';
export { type Counted, countRows } from './counts.ts';
export { type AnswerRow, findToldHold, keptAnswers, toldMessages, type ToldHold } from './texts.ts';

/** Every check that a query alone can make. */
export const rowChecks: readonly Check[] = [
  ...stockChecks,
  ...holdChecks,
  ...cartChecks,
  ...messageChecks,
  ...accountChecks,
];
