import { resolve } from 'node:path';
import { isPostgres } from '../service/store/open-store.ts';
import { statSync } from 'node:fs';
import { type Command, CommandError, UsageError } from './command.ts';
import { readArgs } from './read-args.ts';
import { DEFAULT_DB } from './settings/schema.ts';
import { withOperator } from './with-operator.ts';

/** `rokt-upsell backup`: a copy of the database of a service, while it serves. */
export const backupCommand: Command = {
  help: `rokt-upsell backup FILE [--db FILE]

Copies the SQLite database of a service into FILE, which is not there yet, whether the service runs or not. What is sold meanwhile is
in it, or is not, as a whole. FILE has its name once it is complete and on the disk; it is its owner's alone, and opens as a database:
"rokt-upsell audit --db FILE" judges it. A service that runs writes it by itself, where it may write.

  --db FILE  the database of the service, ${DEFAULT_DB} by default. PostgreSQL has its own tool: with postgres://… this says
             which command makes the backup, and makes none (exit code 1)`,
  async run(args, print) {
    const { file, db } = readRequest(args);
    await withOperator(db, async (operator) => {
      const path = isPostgres(db) ? file : resolve(file);
      const bytes = await operator.act('backup', { file: path });
      if (sizeOf(path) !== bytes) throw notSeen(path);
      print(`${file}: ${bytes} bytes`);
    });
  },
};

function readRequest(args: readonly string[]) {
  const { values, positionals } = readArgs(args, {
    options: { db: { type: 'string' } },
    allowPositionals: true,
  });
  const [file, ...others] = positionals;
  if (!file) throw new UsageError('backup needs the path of a file to be made');
  if (others.length > 0) throw new UsageError(`backup makes one file, not ${positionals.length}`);
  return { file, db: values.db ?? DEFAULT_DB };
}

function sizeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** A service may have a /tmp of its own, or be in a container. */
function notSeen(path: string): CommandError {
  return new CommandError(
    `${path}: the service has written it, and it is not to be seen from here: name a folder that is the same for both`,
  );
}
