import { isPostgres } from './open-store.ts';
import { usePgDump } from './pg-dump.ts';
import { backupSqlite } from './sqlite-store.ts';

/**
 * Copies a database that nobody serves into a file that is not there yet; gives its bytes. It is left as it is: in its version, too.
 *
 * @throws {Error} one line that names the file that is wrong, or what makes such a copy where it is no SQLite file
 */
export async function backupDatabase(db: string, file: string): Promise<number> {
  if (isPostgres(db)) throw usePgDump(db, file);
  return backupSqlite(db, file);
}
