import { openStore as open } from '../service/store/open-store.ts';
import type { Store } from '../service/store/store.ts';
import { CommandError } from './command.ts';
import { silenceSqlite } from './silence-sqlite.ts';

/**
 * The store that `db` names.
 *
 * @throws {CommandError} one line that names it, when it cannot be opened
 */
export async function openStore(db: string): Promise<Store> {
  silenceSqlite();
  return open(db).catch((error: unknown) => {
    throw new CommandError((error as Error).message);
  });
}
