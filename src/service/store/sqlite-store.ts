import type { DatabaseSync } from 'node:sqlite';
import { copyDatabase } from './backup-file.ts';
import { GroupCommit } from './group-commit.ts';
import { GuardedTransaction } from './guarded-transaction.ts';
import { migrate } from './migrate.ts';
import { SqliteStatements } from './sqlite-statements.ts';
import { protectFile } from './protect-file.ts';
import { QUEUE_LIMIT, type Store, type StoreOptions, type Transaction } from './store.ts';

/** Which database, and what time it is there. */
export interface SqliteOptions extends StoreOptions {
  /** Path of the database, made if there is none; `:memory:` for one that goes with the process. */
  readonly file: string;
}

/**
 * A store in one SQLite file, for one process; its tables are made or brought up to date first.
 *
 * @throws {Error} one line that names the file, when it cannot be opened or another process has it open
 */
export async function createSqliteStore({
  file,
  now = Date.now,
  queueLimit = QUEUE_LIMIT,
}: SqliteOptions): Promise<Store> {
  // Imported on demand: Node warns about node:sqlite as it loads, which a command can silence before it comes here.
  const { DatabaseSync } = await import('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    protectFile(file);
    database = new DatabaseSync(file);
    configure(database, file === ':memory:' ? 'memory' : 'wal');
    const group = new GroupCommit(database, now, queueLimit);
    await group.run(migrate);
    return openStore(database, group, file);
  } catch (error) {
    database?.close();
    throw toOpenError(file, error);
  }
}

/**
 * What `work` reads of a file that is there, as it is at one moment; what writes is refused. Nobody can serve the file meanwhile.
 *
 * @throws {Error} one line that names the file, when it cannot be read or another process has it open
 */
export async function readSqlite<Result>(
  file: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { DatabaseSync } = await import('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    database.exec('BEGIN');
    return await new GuardedTransaction(new SqliteStatements(database), Date.now).do(work);
  } catch (error) {
    throw toOpenError(file, error);
  } finally {
    database?.close();
  }
}

/**
 * Copies a file that nobody serves, as it is, into one that is not there yet; gives its bytes. Its tables are left in their version.
 *
 * @throws {Error} one line that names the file that is wrong
 */
export async function backupSqlite(file: string, copy: string): Promise<number> {
  const { DatabaseSync } = await import('node:sqlite');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    // Whoever serves it has it for itself: this says so before anything is written.
    database.prepare('PRAGMA schema_version').get();
  } catch (error) {
    database?.close();
    throw toOpenError(file, error);
  }
  try {
    return await copyDatabase(database, copy);
  } finally {
    database.close();
  }
}

function openStore(database: DatabaseSync, group: GroupCommit, file: string): Store {
  let closed: Promise<void> | undefined;
  const copies = new Set<Promise<unknown>>();
  return {
    get waiting() {
      return group.waiting;
    },
    transaction(work) {
      if (closed) return Promise.reject(new Error(`${file}: the store is closed`));
      return group.run(work);
    },
    async backup(copy) {
      if (closed) throw new Error(`${file}: the store is closed`);
      const made = copyDatabase(database, copy, group);
      const settled = made.catch(() => undefined).finally(() => copies.delete(settled));
      copies.add(settled);
      return made;
    },
    close() {
      closed ??= Promise.all([group.settled(), ...copies]).then(() => database.close());
      return closed;
    },
  };
}

/** Locks first: a write-ahead log that starts under the lock needs no memory that other processes could share. */
function configure(database: DatabaseSync, journal: string): void {
  expectPragma(database, 'locking_mode', 'EXCLUSIVE', 'exclusive');
  expectPragma(database, 'journal_mode', 'WAL', journal);
  expectPragma(database, 'synchronous', 'FULL', 2);
  expectPragma(database, 'foreign_keys', 'ON', 1);
  // What a savepoint would put back is kept in memory: in a temporary file, it is most of what a reserve writes.
  expectPragma(database, 'temp_store', 'MEMORY', 2);
}

function expectPragma(database: DatabaseSync, name: string, value: string, expected: string | number): void {
  database.exec(`PRAGMA ${name} = ${value}`);
  const actual: unknown = Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (actual !== expected) {
    throw new Error(`expected PRAGMA ${name} to be ${expected}, got ${String(actual)}`);
  }
}

const sqliteBusy = 5;

function toOpenError(file: string, error: unknown): Error {
  const { errcode, message } = error as { errcode?: number; message: string };
  const isBusy = errcode !== undefined && (errcode & 0xff) === sqliteBusy;
  const problem = isBusy ? 'another process has this database open' : message;
  return new Error(`${file}: ${problem}`, { cause: error });
}
