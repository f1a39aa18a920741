import { UsageError } from '../command.ts';
import { readArgs } from '../read-args.ts';
import { toMs } from '../settings/values.ts';
import { type Operation, OPERATIONS, type Trial, trialsOf } from './trials.ts';

/** What `rokt-upsell rehearse` was asked for. */
export interface RehearseRequest {
  readonly command: readonly string[];
  readonly operations: readonly Operation[];
  readonly trials: readonly Trial[];
  /** ms that a run may take. */
  readonly limit: number;
  readonly catalogue: string | undefined;
  readonly junit: string | undefined;
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const options = {
  ...{ junit: text, catalogue: text, limit: text, patience: text },
  ...{ operation: many, fault: many },
};

/**
 * What `args` ask of `rokt-upsell rehearse`.
 *
 * @throws {UsageError} that says what the command takes
 */
export function readRehearseRequest(args: readonly string[]): RehearseRequest {
  const end = args.indexOf('--');
  const command = end < 0 ? [] : args.slice(end + 1);
  if (command.length === 0)
    throw new UsageError('rehearse needs the command of your tests after --, as in: rehearse -- npm test');
  const { values } = readArgs(args.slice(0, end), { options });
  const trials = trialsOf(toTime('patience', values.patience ?? '15s'));
  const byName = new Map(trials.map((trial) => [trial.name, trial]));
  const byOperation = new Map(OPERATIONS.map((operation) => [operation as string, operation]));
  return {
    command,
    operations: chosen('operation', values.operation, byOperation),
    trials: chosen('fault', values.fault, byName),
    limit: toTime('limit', values.limit ?? '5m'),
    catalogue: values.catalogue,
    junit: values.junit,
  };
}

/** What was named of `all`, in the order of the table; all of it where nothing was. */
function chosen<Value>(
  option: string,
  names: readonly string[] = [],
  all: ReadonlyMap<string, Value>,
): Value[] {
  const unknown = names.find((name) => !all.has(name));
  if (unknown !== undefined)
    throw new UsageError(`--${option} takes ${[...all.keys()].join(', ')}, not "${unknown}"`);
  const entries = [...all].filter(([name]) => names.length === 0 || names.includes(name));
  return entries.map(([, value]) => value);
}

function toTime(option: string, time: string): number {
  if (/^\d{1,6}(ms|s|m)?$/.test(time)) return toMs(time);
  throw new UsageError(`--${option} needs a time such as 500ms, 15s or 5m, got "${time}"`);
}
