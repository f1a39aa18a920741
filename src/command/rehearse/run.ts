import type { DevAccount, Report } from '../../service/index.ts';
import type { DevService } from '../../service/dev/dev-service.ts';
import { type Evidence, toEvidence } from '../../service/dev/report/evidence.ts';
import { runSuite, type SuiteEnd } from './suite.ts';
import type { Operation, Trial } from './trials.ts';

/** One run of a suite, and what the service has of it afterwards. */
export interface Run {
  readonly suite: SuiteEnd;
  readonly report: Report;
  readonly evidence: Evidence;
  /** The messages that a provider should have and has not taken. */
  readonly untold: number;
}

/** What every run of a rehearsal has in common. */
export interface RunOptions {
  readonly service: DevService;
  readonly token: string;
  readonly command: readonly string[];
  /** What the accounts sell; the demo catalogue without. */
  readonly catalogue: unknown;
  /** ms that the suite may take. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** A fault that hits the calls of an operation. */
export interface Rehearsed {
  readonly operation: Operation;
  readonly trial: Trial;
}

/** Runs the suite against an account of its own, with one fault or with none. */
export async function runOnce(options: RunOptions, rehearsed?: Rehearsed): Promise<Run> {
  const { service, catalogue, command, limit, signal } = options;
  const account = await service.account({ catalogue, keepsMessages: true });
  if (rehearsed) account.faults.add({ ...rehearsed.trial.fault, operation: rehearsed.operation });
  const env = environmentOf(account, options, rehearsed);
  const suite = await runSuite({ command, env, limit, signal });
  await arrived();
  await account.settled();
  const rows = await account.state();
  const calls = account.requests();
  const report = await account.report();
  const known = { calls, forgotten: report.forgotten, charges: [] };
  return {
    suite,
    report,
    evidence: toEvidence(known, rows, await account.clock.now()),
    untold: rows.messages.filter(({ state }) => state !== 'delivered').length,
  };
}

/** What a suite finds the service by, and where it may say what was paid. */
function environmentOf(
  { accountId, apiKey, tagId }: DevAccount,
  { service, token }: RunOptions,
  rehearsed: Rehearsed | undefined,
): Record<string, string> {
  return {
    ROKT_BASE_URL: service.url,
    ROKT_ACCOUNT_ID: accountId,
    ROKT_API_KEY: apiKey,
    ROKT_TAG_ID: tagId,
    ROKT_DEV_URL: `${service.url}/_dev/accounts/${accountId}`,
    ROKT_DEV_TOKEN: token,
    ROKT_REHEARSAL: rehearsed ? `${rehearsed.operation}: ${rehearsed.trial.name}` : 'no fault',
  };
}

/** Resolves once what a process that has ended had sent is taken in: it is there at the next turn of the event loop. */
async function arrived(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
}
