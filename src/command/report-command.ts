import { writeFile } from 'node:fs/promises';
import { FIRST_ACCOUNT } from '../service/dev/first-account.ts';
import { reportAsJunit } from '../service/dev/report/report-junit.ts';
import type { Report } from '../service/index.ts';
import { type Command, CommandError, UsageError } from './command.ts';
import { readArgs } from './read-args.ts';
import { reportLines } from './report-lines.ts';
import { DEFAULT_PORT } from './settings/schema.ts';

/** Where `serve --dev` listens unless told. */
const URL_OF_DEV = `http://127.0.0.1:${DEFAULT_PORT}`;

const text = { type: 'string' } as const;
const options = { url: text, token: text, account: text, junit: text };

/** What `rokt-upsell report` was asked for. */
interface ReportRequest {
  readonly url: string;
  readonly token: string;
  readonly account: string | undefined;
  readonly junit: string | undefined;
}

/** `rokt-upsell report`: the verdict of a service for development on the integration that has called it. */
export const reportCommand: Command = {
  help: `rokt-upsell report --token TOKEN [--url URL] [--account ID] [--junit FILE]

Asks a service that runs with --dev what it has seen of an integration: each rule that is broken, with the calls that show it and
what to do. Exit code 1 unless the verdict is pass: also where no call has come.

  --token TOKEN  what serve --dev has printed, or was given by --dev-token
  --url URL      where it listens, ${URL_OF_DEV} by default
  --account ID   the account, ${FIRST_ACCOUNT.accountId} by default
  --junit FILE   writes the verdict for a CI server as well, a test for each rule`,
  async run(args, print) {
    const request = readRequest(args);
    const report = await fetchReport(request);
    if (request.junit !== undefined) await writeJunit(request.junit, reportAsJunit(report));
    for (const line of reportLines(report)) print(line);
    if (report.verdict !== 'pass') throw new CommandError(`the verdict is ${report.verdict}`);
  },
};

/**
 * Writes a file for a CI server.
 *
 * @throws {CommandError} that names it
 */
export async function writeJunit(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new CommandError(`--junit: ${(error as Error).message}`);
  });
}

function readRequest(args: readonly string[]): ReportRequest {
  const { url = URL_OF_DEV, token, account, junit } = readArgs(args, { options }).values;
  if (token === undefined) throw new UsageError('report needs --token, as serve --dev has printed it');
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new UsageError(`--url needs the URL of a service, such as ${URL_OF_DEV}, got "${url}"`);
  return { url: url.replace(/\/$/, ''), token, account, junit };
}

async function fetchReport({ url, token, account }: ReportRequest): Promise<Report> {
  const of = account === undefined ? '' : `/accounts/${encodeURIComponent(account)}`;
  const asked = `${url}/_dev${of}/report`;
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(asked, { headers }).catch((error: unknown) => {
    const { cause, message } = error as Error;
    throw new CommandError(`${url}: ${(cause as Error | undefined)?.message ?? message}`);
  });
  if (response.ok) return (await response.json()) as Report;
  throw new CommandError(refusals[response.status] ?? `${asked}: expected 200, got ${response.status}`);
}

const refusals: Readonly<Record<number, string>> = {
  401: '--token is not that of this service',
  404: 'there is no such account, or the service runs without --dev',
};
