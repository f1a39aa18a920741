import { findingText } from '../service/dev/report/report-junit.ts';
import type { Report, RuleReport } from '../service/index.ts';

/** A report in lines: what is broken first, with its calls and its fix. */
export function reportLines({ verdict, calls, forgotten, rules }: Report): string[] {
  const broken = rules.filter(({ outcome }) => outcome === 'broken');
  const earlier = forgotten === 0 ? '' : `; ${forgotten} before them are not kept any more`;
  return [
    ...broken.flatMap(brokenLines),
    ...namesOf('kept', rules, 'kept'),
    ...namesOf('not seen', rules, 'not-seen'),
    `verdict: ${verdict}, by ${calls} ${calls === 1 ? 'call' : 'calls'}${earlier}`,
  ];
}

/** A broken rule, with all that was found of it. */
function brokenLines({ id, title, kind, findings, fix, docs }: RuleReport): string[] {
  const found = findings.map((finding) => indent(findingText(finding)));
  return [`${kind}: ${id}: ${title}`, ...found, `  fix: ${fix}`, `  ${docs}`, ''];
}

function namesOf(word: string, rules: readonly RuleReport[], outcome: RuleReport['outcome']): string[] {
  const names = rules.filter((rule) => rule.outcome === outcome).map(({ id }) => id);
  return names.length === 0 ? [] : [`${word}: ${names.join(', ')}`];
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
