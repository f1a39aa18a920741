import { toUtc } from '../../to-utc.ts';
import type { LoggedRequest } from '../request-log.ts';
import type { Evidence } from './evidence.ts';
import type { Found, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** A verdict on an integration, by the calls that it has made. */
export interface Report {
  /** The account whose calls were judged. */
  readonly accountId: string;
  /** `fail` where a rule of the kind `fault` is broken; `nothing-seen` where no call of a partner's server has come. */
  readonly verdict: 'pass' | 'fail' | 'nothing-seen';
  /** How many calls were judged. */
  readonly calls: number;
  /** How many earlier ones are not kept any more: what they would show is not seen. */
  readonly forgotten: number;
  /** How many orders have said what was paid. */
  readonly charges: number;
  /** Every rule, also those that are kept. */
  readonly rules: readonly RuleReport[];
}

/** One rule of a report. */
export interface RuleReport {
  /** Its name, such as `hold-left`; stays the same from version to version. */
  readonly id: string;
  /** What an integration has to do, in one line. */
  readonly title: string;
  /** A `note` does not change the verdict. */
  readonly kind: 'fault' | 'note';
  /** `not-seen` where no call shows whether it is kept. */
  readonly outcome: 'kept' | 'broken' | 'not-seen';
  /** What to do where it is broken. */
  readonly fix: string;
  /** Where the package says more: a file and a heading in it. */
  readonly docs: string;
  /** Its breaks; empty unless it is `broken`. */
  readonly findings: readonly ReportFinding[];
}

/** One break of a rule. */
export interface ReportFinding {
  /** One sentence. */
  readonly says: string;
  /** The calls that show it; none where what is missing is a call. */
  readonly requests: readonly ReportRequest[];
}

/** A call that a finding is about. */
export interface ReportRequest {
  /** `x-request-id` of its answer. */
  readonly id: string;
  /** By the machine's clock, in UTC. */
  readonly at: string;
  /** Such as `cart.reserve`. */
  readonly operation: string;
  /** Of its answer; 0 where the connection broke before there was one. */
  readonly status: number;
}

/** The verdict on the integration of an account. */
export function buildReport(accountId: string, evidence: Evidence): Report {
  const judged = rules.map((rule) => judge(rule, evidence));
  const { calls, forgotten, charges } = evidence;
  return {
    accountId,
    verdict: verdictOf(judged, evidence),
    calls: calls.length,
    forgotten,
    charges: charges.length,
    rules: judged,
  };
}

function verdictOf(judged: readonly RuleReport[], { calls, charges }: Evidence): Report['verdict'] {
  if (judged.some(({ kind, outcome }) => kind === 'fault' && outcome === 'broken')) return 'fail';
  const isPartner = calls.some(({ operation }) => operation !== 'selections');
  return isPartner || charges.length > 0 ? 'pass' : 'nothing-seen';
}

function judge(rule: Rule, evidence: Evidence): RuleReport {
  const { id, title, kind, fix } = rule;
  const found = rule.find(evidence);
  return {
    ...{ id, title, kind, fix },
    outcome: outcomeOf(found, rule.isSeen(evidence)),
    docs: `docs/rehearse.md#${id}`,
    findings: found.map(({ says, calls }) => ({ says, requests: calls.map(toRequest) })),
  };
}

function outcomeOf(found: readonly Found[], isSeen: boolean): RuleReport['outcome'] {
  if (found.length > 0) return 'broken';
  return isSeen ? 'kept' : 'not-seen';
}

function toRequest({ id, at, operation, status }: LoggedRequest): ReportRequest {
  return { id, at: toUtc(at), operation, status };
}
