import { findPartings, type Parting } from './partings.ts';
import { type Run, runOnce, type RunOptions } from './run.ts';
import type { Operation, Trial } from './trials.ts';

/** What one fault has come to with one operation. */
export interface Outcome {
  readonly operation: Operation;
  readonly trial: Trial;
  readonly run: Run;
  readonly partings: readonly Parting[];
}

/** The operations and faults of a rehearsal. */
export interface RehearsalPlan {
  readonly operations: readonly Operation[];
  readonly trials: readonly Trial[];
}

/** The operations of the plan that the suite calls. */
export function calledIn({ evidence }: Run, { operations }: RehearsalPlan): Operation[] {
  return operations.filter((operation) => evidence.calls.some((call) => call.operation === operation));
}

/** Whether the fault can hit the operation. */
function fits({ operations }: Trial, operation: Operation): boolean {
  return operations?.includes(operation) ?? true;
}

/** Runs the suite once with each operation under a fault, one after the other; where it was stopped the rest is left out. */
export async function rehearseTrial(
  trial: Trial,
  operations: readonly Operation[],
  baseline: Run,
  options: RunOptions,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const operation of operations) {
    if (!fits(trial, operation) || options.signal.aborted) continue;
    const run = await runOnce(options, { operation, trial });
    outcomes.push({ operation, trial, run, partings: findPartings(run, baseline) });
  }
  return outcomes;
}
