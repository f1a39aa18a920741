import { createSqliteStore } from '../service/store/sqlite-store.ts';
import type { Store } from '../service/store/store.ts';
import { CommandError } from './command.ts';
import { silenceSqlite } from './silence-sqlite.ts';

/**
 * The store in `file`.
 *
 * @throws {CommandError} one line that names the file, when it cannot be opened
 */
export async function openStore(file: string): Promise<Store> {
  silenceSqlite();
  return createSqliteStore({ file }).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}
