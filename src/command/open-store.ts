import { openStore as open } from '../service/store/open-store.ts';
import type { Store, StoreOptions } from '../service/store/store.ts';
import { CommandError } from './command.ts';
import { silenceSqlite } from './silence-sqlite.ts';

/**
 * The store that `db` names.
 *
 * @throws {CommandError} one line that names it, when it cannot be opened
 */
export async function openStore(db: string, options: StoreOptions = {}): Promise<Store> {
  silenceSqlite();
  return open(db, options).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}
