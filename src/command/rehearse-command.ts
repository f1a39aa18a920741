import { randomBytes } from 'node:crypto';
import { readJson } from '../service/catalogue/read-catalogue.ts';
import { startDevService } from '../service/dev/dev-service.ts';
import { type Command, CommandError, type Print } from './command.ts';
import { openStore } from './open-store.ts';
import { faultsOf } from './rehearse/partings.ts';
import { calledIn, type Outcome, rehearseTrial } from './rehearse/rehearsal.ts';
import { rehearsalAsJunit } from './rehearse/rehearsal-junit.ts';
import { baselineLine, headLine, partingLines, trialLine } from './rehearse/rehearsal-lines.ts';
import { readRehearseRequest, type RehearseRequest } from './rehearse/request.ts';
import { type Run, runOnce, type RunOptions } from './rehearse/run.ts';
import { OPERATIONS, trialsOf } from './rehearse/trials.ts';
import { writeJunit } from './report-command.ts';
import { untilStopped } from './until-stopped.ts';

/** `rokt-upsell rehearse`: a partner's tests with one fault after the other, and where money and goods part. */
export const rehearseCommand: Command = {
  help: `rokt-upsell rehearse [options] -- COMMAND

Starts the service on this machine, runs COMMAND against it without a fault, and then once for each operation and fault; after each run
it looks where money and goods have parted. The command finds the service by ROKT_BASE_URL, ROKT_ACCOUNT_ID, ROKT_API_KEY and ROKT_TAG_ID,
an account of its own for each run, and may say what was paid by POST to ROKT_DEV_URL/charges with ROKT_DEV_TOKEN. It prints a table:

  ok            the tests have passed, and so has all that the service knows
  suite failed  the tests have noticed
  parted: N     money and goods have parted, each time with its calls and what to do

Exit code 1 if they have parted, or if the report on the run without a fault finds something broken.

  --junit FILE      writes the table for a CI server as well
  --catalogue FILE  what the account sells; a demo catalogue without. Its providers are told nothing: the messages stay here
  --operation NAME  ${OPERATIONS.join(', ')}; may be repeated, all by default
  --fault NAME      may be repeated, all by default:
${trialsOf(0)
  .map(({ name, about }) => `                      ${name.padEnd(10)}  ${about}`)
  .join('\n')}
  --limit TIME      how long a run may take, 5m by default
  --patience TIME   how long "slow" waits for a caller who never hangs up, 15s by default`,
  async run(args, print) {
    const request = readRehearseRequest(args);
    const catalogue = request.catalogue === undefined ? undefined : await readCatalogue(request.catalogue);
    const store = await openStore(':memory:');
    const token = randomBytes(12).toString('hex');
    const stop = new AbortController();
    void untilStopped().then(() => stop.abort());
    try {
      const service = await startDevService(store, { token });
      try {
        const { command, limit } = request;
        const options = { service, token, command, catalogue, limit, signal: stop.signal };
        await rehearse(request, options, print);
      } finally {
        await service.close();
      }
    } finally {
      await store.close();
    }
  },
};

async function rehearse(request: RehearseRequest, options: RunOptions, print: Print): Promise<void> {
  const baseline = await runBaseline(options);
  const operations = calledIn(baseline, request);
  if (operations.length === 0)
    throw new CommandError('the command has passed and sent no such call to ROKT_BASE_URL');
  const faults = faultsOf(baseline);
  print(baselineLine(baseline));
  print('');
  print(headLine(operations));
  const outcomes: Outcome[] = [];
  for (const trial of request.trials) {
    const row = await rehearseTrial(trial, operations, baseline, options);
    if (options.signal.aborted) throw new CommandError('stopped');
    if (row.length > 0) print(trialLine(trial.name, operations, row));
    outcomes.push(...row);
  }
  if (request.junit !== undefined) await writeJunit(request.junit, rehearsalAsJunit(faults, outcomes));
  conclude(faults, outcomes, print);
}

function conclude(faults: ReturnType<typeof faultsOf>, outcomes: readonly Outcome[], print: Print): void {
  for (const line of partingLines('without a fault', faults)) print(line);
  for (const { operation, trial, partings } of outcomes)
    for (const line of partingLines(`${operation}, ${trial.name}`, partings)) print(line);
  const parted = outcomes.reduce((sum, { partings }) => sum + partings.length, faults.length);
  if (parted === 0) return;
  print('');
  throw new CommandError(`${parted} found: money and goods part, or a rule is broken`);
}

/** @throws {CommandError} with what the suite has written, when it fails */
async function runBaseline(options: RunOptions): Promise<Run> {
  const run = await runOnce(options).catch((error: unknown) => {
    throw new CommandError(`the command cannot be run: ${(error as Error).message}`);
  });
  const { isPassed, how, output } = run.suite;
  if (options.signal.aborted) throw new CommandError('stopped');
  if (isPassed) return run;
  throw new CommandError(
    `the command fails without a fault (${how}), so nothing can be rehearsed:\n${output}`,
  );
}

async function readCatalogue(file: string): Promise<unknown> {
  return readJson(file).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}
