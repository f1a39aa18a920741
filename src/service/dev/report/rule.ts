import type { LoggedRequest } from '../request-log.ts';
import type { Evidence } from './evidence.ts';

/** One thing that an integration has to do, and what in the evidence says that it has not. */
export interface Rule {
  /** Also the heading of its section in docs/rehearse.md. */
  readonly id: string;
  /** What a sound integration does. */
  readonly title: string;
  /** A `fault` fails the verdict; a `note` may be right, and whoever reads it knows. */
  readonly kind: 'fault' | 'note';
  /** What to do about it. */
  readonly fix: string;
  /** Whether there is anything that the rule can judge. */
  isSeen(evidence: Evidence): boolean;
  /** What breaks it; nothing where all is well. */
  find(evidence: Evidence): Found[];
}

/** One break of a rule. */
export interface Found {
  /** One sentence. */
  readonly says: string;
  /** The calls that show it; none where what is missing is a call. */
  readonly calls: readonly LoggedRequest[];
}

/** Whether a partner's server has sent one of these calls. */
export function isAsked({ calls }: Evidence, ...operations: readonly string[]): boolean {
  return calls.some(({ operation }) => operations.includes(operation));
}
