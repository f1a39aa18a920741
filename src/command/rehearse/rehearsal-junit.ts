import { type JunitCase, toJunit } from '../../service/dev/report/junit.ts';
import { findingText } from '../../service/dev/report/report-junit.ts';
import type { Parting } from './partings.ts';
import type { Outcome } from './rehearsal.ts';

/** A rehearsal as a JUnit file: a suite for each operation, a test for each fault. A suite that has noticed passes, and has said how it ended. */
export function rehearsalAsJunit(baseline: readonly Parting[], outcomes: readonly Outcome[]): string {
  const operations = [...new Set(outcomes.map(({ operation }) => operation))];
  return toJunit('rokt-upsell rehearse', [
    { name: 'no fault', cases: [{ name: 'no fault', failure: failureOf(baseline) }] },
    ...operations.map((operation) => ({
      name: operation,
      cases: outcomes.filter((one) => one.operation === operation).map(toCase),
    })),
  ]);
}

function toCase({ trial, run, partings }: Outcome): JunitCase {
  const { isPassed, how, output } = run.suite;
  return {
    name: `${trial.name}: ${trial.about}`,
    failure: failureOf(partings),
    output: isPassed ? undefined : `the suite has failed: ${how}\n${output}`,
  };
}

function failureOf(partings: readonly Parting[]): JunitCase['failure'] {
  const [first] = partings;
  if (!first) return undefined;
  const text = partings.map((one) => [findingText(one), `fix: ${one.fix}`, one.docs].join('\n')).join('\n\n');
  return { message: first.says, text };
}
