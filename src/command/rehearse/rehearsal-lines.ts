import { findingText } from '../../service/dev/report/report-junit.ts';
import type { Parting } from './partings.ts';
import type { Outcome } from './rehearsal.ts';
import type { Run } from './run.ts';
import type { Operation } from './trials.ts';

const NAMES = 12;
const CELL = 14;

/** The head of the table: the operations, as the names of their columns. */
export function headLine(operations: readonly Operation[]): string {
  return row('', operations.map(shortOf));
}

/** A row of the table: what one fault has come to with each operation. */
export function trialLine(
  name: string,
  operations: readonly Operation[],
  outcomes: readonly Outcome[],
): string {
  const cells = operations.map((operation) => {
    const outcome = outcomes.find((one) => one.operation === operation);
    return outcome ? verdictOf(outcome) : '·';
  });
  return row(name, cells);
}

/** `ok`, `suite failed` or how often money and goods have parted. */
export function verdictOf({ partings, run }: Outcome): string {
  if (partings.length > 0) return `parted: ${partings.length}`;
  return run.suite.isPassed ? 'ok' : 'suite failed';
}

/** What a suite does without a fault, by what the service has of it. */
export function baselineLine({ evidence, report, untold }: Run): string {
  const count = (state: string) => evidence.holds.filter((hold) => hold.state === state).length;
  const calls = evidence.calls.filter(({ operation }) => operation !== 'selections').length;
  const told = untold === 0 ? 'every provider told' : `${untold} messages not delivered`;
  return [
    `without a fault: ${calls} calls and ${evidence.orders.length} orders`,
    `${count('confirmed')} bought, ${count('cancelled')} cancelled, ${count('held') + count('expired')} still held`,
    told,
    `${report.charges} orders have said what was paid`,
  ].join('; ');
}

/** Each parting, with its calls and what to do; those that are alike once, with all of their calls. */
export function partingLines(title: string, partings: readonly Parting[]): string[] {
  return [...byRule(partings)].flatMap(([id, alike]) => {
    const { fix = '', docs = '' } = alike[0] ?? {};
    const found = alike.map((parting) => indent(findingText(parting)));
    return ['', `${title}: ${id}`, ...found, `  fix: ${fix}`, `  ${docs}`];
  });
}

function byRule(partings: readonly Parting[]): Map<string, Parting[]> {
  const rules = new Map<string, Parting[]>();
  for (const parting of partings) rules.set(parting.id, [...(rules.get(parting.id) ?? []), parting]);
  return rules;
}

function row(name: string, cells: readonly string[]): string {
  return [name.padEnd(NAMES), ...cells.map((cell) => cell.padEnd(CELL))].join('').trimEnd();
}

function shortOf(operation: Operation): string {
  return operation.split('.')[1] ?? operation;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
