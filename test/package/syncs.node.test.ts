import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { audit } from '../../src/service/index.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { offerItems, openPublishedShop } from '../service/endurance/published-shop.ts';
import { ask } from '../service/endurance/shopper.ts';
import { type Step, watch } from '../service/endurance/strace.ts';
import { openAlone } from './alone.ts';

const CALLS = 40;

it('answers on SQLite only what is synced to the disk, as its system calls say', async (t) => {
  const alone = openAlone();
  t.after(() => alone.close());
  const db = join(alone.folder, 'synced.db');
  const { serve, partnerOf } = await openPublishedShop(t, alone, db);
  const store = await openStore(db);
  const items = await offerItems(store, CALLS);
  await store.close();
  const service = await serve();
  const watched = await watch(service.pid ?? assert.fail(), join(alone.folder, 'calls.txt'));
  if ('obstacle' in watched) return t.skip(watched.obstacle);
  const partner = partnerOf(service);
  for (const item of items) await ask(partner, item, 'reserve');
  await Promise.all(items.map((item) => ask(partner, item, 'confirm')));
  assert.equal((await service.stop()).code, 0);

  const steps = await watched.steps();
  const [single, together] = halves(steps);
  for (const [n, before] of single.entries())
    assert.match(before, /write .*sync $/, `reserve ${n}: ${before}`);
  for (const before of together)
    assert.doesNotMatch(before, /write $/, 'nothing is answered between a write and its sync');
  const syncs = steps.filter((step) => step === 'sync').length;
  t.diagnostic(`${CALLS} reserves one by one and ${CALLS} confirms at once: ${syncs} syncs`);
  const { findings, counted } = await audit(db);
  assert.deepEqual([findings.filter(({ kind }) => kind === 'fault'), counted.confirmed], [[], CALLS]);
});

/** What came before each answer since the one before it: of the calls that came one by one, and of the others. */
function halves(steps: readonly Step[]): readonly [string[], string[]] {
  const before = steps
    .map((step) => `${step} `)
    .join('')
    .split('answer ')
    .slice(0, -1);
  assert.equal(before.length, 2 * CALLS, 'every answer was seen');
  return [before.slice(0, CALLS), before.slice(CALLS)];
}
