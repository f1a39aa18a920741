import { after, before } from 'node:test';
import { type Cluster, findPostgres, startPostgres } from '../../../tools/setup/postgres.mjs';
import { openStore } from '../../../src/service/store/open-store.ts';
import type { Store } from '../../../src/service/store/store.ts';
import { makeSchema } from '../support/database.ts';

const programs = findPostgres();

/** Why a suite is skipped; false where it is not. */
export const withoutPostgres = programs === undefined && 'PostgreSQL is not installed';

/** A server of the suite's own, from its first test to its last. */
export function useServer() {
  let cluster: Cluster | undefined;
  const opened: Store[] = [];
  before(async () => {
    if (programs !== undefined) cluster = await startPostgres(programs);
  });
  after(async () => {
    await Promise.all(opened.map((store) => store.close()));
    await cluster?.stop();
  });
  const running = () => cluster ?? assertNever();
  return {
    /** An empty database. */
    makeDatabase: () => makeSchema(running().url),
    /** A store as one instance of several has it; closed after the last test. */
    async open(db: string, now?: () => number): Promise<Store> {
      const store = await openStore(db, { now });
      opened.push(store);
      return store;
    },
    /** What the server has written. */
    log: () => running().log(),
  };
}

function assertNever(): never {
  throw new Error('expected a server that runs');
}
