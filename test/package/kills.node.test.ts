import { join } from 'node:path';
import { it } from 'node:test';
import { openStore } from '../../src/service/store/open-store.ts';
import { killUnderLoad } from '../service/endurance/kill-rounds.ts';
import { openAlone } from './alone.ts';

/** How many times: the first argument. `npm run test:long` gives more. */
const kills = Number(process.argv[2] ?? 10);

it(
  `loses nothing that it has acknowledged in ${kills} kill -9 on SQLite`,
  { timeout: 3_600_000 },
  async (t) => {
    const alone = openAlone();
    t.after(() => alone.close());
    const db = join(alone.folder, 'killed.db');
    await killUnderLoad(t, alone, { db, open: () => openStore(db) }, kills);
  },
);
