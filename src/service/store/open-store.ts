import { createSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

/**
 * The store that `db` names: the path of a SQLite file.
 *
 * @throws {Error} one line that names it, when it cannot be opened
 */
export function openStore(db: string): Promise<Store> {
  return createSqliteStore({ file: db });
}
