import { expectTables } from './expect-tables.ts';
import { isPostgres, nameOfDatabase } from './open-store.ts';
import { readSqlite } from './sqlite-store.ts';
import type { Transaction } from './store.ts';

/**
 * What `work` reads of the database that `db` names, all of it as it is at one moment. Whatever writes is refused by the database.
 *
 * @throws {Error} one line that names it, when it cannot be opened, another process has its file open, or its tables are not
 * those of this release
 */
export async function readDatabase<Result>(
  db: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const read = async (tx: Transaction) => {
    await expectTables(tx);
    return work(tx);
  };
  if (!isPostgres(db)) return readSqlite(db, read);
  // On demand: who keeps a file needs no client.
  const { readPostgres } = await import('./postgres-store.ts');
  return readPostgres({ url: db, name: nameOfDatabase(db) }, read);
}
