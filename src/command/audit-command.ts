import { audit, type Audit, type Finding } from '../service/index.ts';
import { type Command, CommandError } from './command.ts';
import { readArgs } from './read-args.ts';
import { DEFAULT_DB } from './settings/schema.ts';
import { checked, toMs } from './settings/values.ts';
import { silenceSqlite } from './silence-sqlite.ts';

const RETAIN = 'retain-messages';
const text = { type: 'string' } as const;
const options = { db: text, [RETAIN]: text };

/** `rokt-upsell audit`: whether anything was lost or sold twice, by the rows of a database. */
export const auditCommand: Command = {
  help: `rokt-upsell audit [--db FILE] [--retain-messages TIME]

Reads every row, changes nothing, and prints a line for each finding with its ids: a fault is a promise that the rows break, a note is a
message that its provider has not taken (yet). Exit code 1 if there is a fault. It looks for: stock that was sold twice or has got
lost; holds whose state, time or order does not fit; sales whose messages are missing, doubled or say something else; answers that
were given and are not so; rows of one account that name another's.

  --db FILE  the database of the service, ${DEFAULT_DB} by default; while a service runs on it, audit a backup of it.
             Or postgres://…, where it may run on: all is read as it was at one moment
  --retain-messages TIME  what the service is told, where it is: older messages are not missed`,
  async run(args, print) {
    const { db, ...options } = readOptions(args);
    silenceSqlite();
    const found = await audit(db, options).catch((error: unknown) => {
      throw new CommandError((error as Error).message);
    });
    for (const finding of found.findings) print(findingLine(finding));
    print(summaryOf(found));
    const faults = found.findings.filter(({ kind }) => kind === 'fault');
    if (faults.length > 0) throw new CommandError(`${faults.length} faults in the rows`);
  },
};

function readOptions(args: readonly string[]) {
  const { db = DEFAULT_DB, [RETAIN]: time } = readArgs(args, { options }).values;
  if (time === undefined) return { db };
  return { db, messagesKeptFor: toMs(String(checked('retainMessages', `--${RETAIN}`, time))) };
}

function findingLine({ kind, rule, where }: Finding): string {
  return `${kind}: ${rule}: ${where}`;
}

function summaryOf({ findings, counted }: Audit): string {
  const rows = Object.entries(counted).map(([name, count]) => `${count} ${name}`);
  const faults = findings.filter(({ kind }) => kind === 'fault').length;
  return `counted: ${rows.join(', ')}; ${faults} faults, ${findings.length - faults} notes`;
}
