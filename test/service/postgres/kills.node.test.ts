import { describe, it } from 'node:test';
import { openStore } from '../../../src/service/store/open-store.ts';
import { openAlone } from '../../package/alone.ts';
import { killUnderLoad } from '../endurance/kill-rounds.ts';
import { useServer, withoutPostgres } from './server.ts';

/** How many times: the first argument. `npm run test:long` gives more. */
const kills = Number(process.argv[2] ?? 10);

describe('the published command, on PostgreSQL', { skip: withoutPostgres }, () => {
  const server = useServer();

  it(`loses nothing that it has acknowledged in ${kills} kill -9`, { timeout: 3_600_000 }, async (t) => {
    const alone = openAlone();
    t.after(() => alone.close());
    const db = await server.makeDatabase();
    await killUnderLoad(t, alone, { db, open: () => openStore(db) }, kills);
  });
});
