import { createSqliteStore } from './sqlite-store.ts';
import type { Store, StoreOptions } from './store.ts';

/**
 * The store that `db` names: `postgres://…`, or the path of a SQLite file.
 *
 * @throws {Error} one line that names it, when it cannot be opened
 */
export async function openStore(db: string, options: StoreOptions = {}): Promise<Store> {
  if (!isPostgres(db)) return createSqliteStore({ file: db, ...options });
  // On demand: who keeps a file needs no client.
  const { createPostgresStore } = await import('./postgres-store.ts');
  return createPostgresStore({ url: db, name: nameOfDatabase(db), ...options });
}

/** What to call the database that `db` names: without the password that may be in it. */
export function nameOfDatabase(db: string): string {
  if (!isPostgres(db) || !URL.canParse(db)) return db;
  const { protocol, host, pathname } = new URL(db);
  return `${protocol}//${host}${pathname}`;
}

/** Whether `db` names a PostgreSQL database, and no file. */
export function isPostgres(db: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(db);
}
