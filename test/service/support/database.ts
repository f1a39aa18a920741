import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openStore } from '../../../src/service/store/open-store.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { temporaryFile } from '../store/temporary-file.ts';

/** A server that tests make their databases on. */
const server = process.env['ROKT_UPSELL_POSTGRES'];

/** Every test of a store runs twice: on SQLite, and on the PostgreSQL server that `ROKT_UPSELL_POSTGRES` names. */
export const isOnPostgres = server !== undefined;

/** A database of a test's own, which stays when its store is closed. */
export interface TestDatabase {
  /** What `--db` takes. */
  readonly db: string;
  /**
   * @param now business time in ms since the epoch, where it is not the database's
   * @param queueLimit how many transactions may wait for it
   */
  open(now?: () => number, queueLimit?: number): Promise<Store>;
  remove(): void;
}

/** An empty database. */
export async function makeDatabase(): Promise<TestDatabase> {
  if (server !== undefined) return toDatabase(await makeSchema(server), () => undefined);
  const { file, remove } = temporaryFile();
  return toDatabase(file, remove);
}

/** An empty database that goes with its store: in memory on SQLite. */
export async function makeBriefDatabase(): Promise<TestDatabase> {
  return server === undefined ? toDatabase(':memory:', () => undefined) : makeDatabase();
}

function toDatabase(db: string, remove: () => void): TestDatabase {
  return { db, remove, open: (now, queueLimit) => openStore(db, { now, queueLimit }) };
}

/** A schema is made and filled faster than a database, and is as good: nobody else looks into it. */
export async function makeSchema(url: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  await client.end();
  return `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
}
