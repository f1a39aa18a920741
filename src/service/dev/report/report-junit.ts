import { type JunitCase, toJunit } from './junit.ts';
import type { Report, ReportFinding, RuleReport } from './report.ts';

/** A report as a JUnit file: a test for each rule. A note that is broken passes, and says what was seen. */
export function reportAsJunit({ accountId, verdict, rules }: Report): string {
  const cases = rules.map((rule) => (verdict === 'nothing-seen' ? toUnseen(rule) : toCase(rule)));
  return toJunit('rokt-upsell report', [{ name: `account ${accountId}`, cases }]);
}

function toUnseen({ id, title }: RuleReport): JunitCase {
  const message = 'no call of a partner’s server has come';
  return { name: `${id}: ${title}`, failure: { message, text: message } };
}

function toCase(rule: RuleReport): JunitCase {
  const name = `${rule.id}: ${rule.title}`;
  if (rule.outcome === 'not-seen') return { name, skipped: 'no call shows it' };
  if (rule.outcome === 'kept') return { name };
  const text = [...rule.findings.map(findingText), `fix: ${rule.fix}`, rule.docs].join('\n');
  if (rule.kind === 'note') return { name, output: text };
  return { name, failure: { message: rule.findings[0]?.says ?? rule.title, text } };
}

/** A finding with the calls that show it. */
export function findingText({ says, requests }: ReportFinding): string {
  const calls = requests.map(({ id, operation, status }) => `  ${operation}, ${status}, x-request-id ${id}`);
  return [says, ...calls].join('\n');
}
