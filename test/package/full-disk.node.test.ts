import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { ErrorBody } from '../../src/contract/index.ts';
import { audit } from '../../src/service/index.ts';
import { openStore } from '../../src/service/store/open-store.ts';
import { compile } from '../contract/compile.ts';
import { checkItems } from '../service/endurance/check-items.ts';
import { toCall } from '../service/endurance/item.ts';
import { offerItems, openPublishedShop } from '../service/endurance/published-shop.ts';
import { ask } from '../service/endurance/shopper.ts';
import { mountSmallDisk } from '../service/endurance/small-disk.ts';
import { openAlone } from './alone.ts';

const faultsOf = compile(ErrorBody);

it('loses nothing on a full disk, says so, and goes on when there is room', async (t) => {
  const disk = mountSmallDisk(16);
  if ('obstacle' in disk) return t.skip(disk.obstacle);
  const alone = openAlone();
  t.after(() => {
    alone.close();
    disk.remove();
  });
  const db = join(disk.folder, 'full.db');
  const { serve, partnerOf } = await openPublishedShop(t, alone, db);
  const offering = await openStore(db);
  const items = await offerItems(offering, 120);
  await offering.close();
  const service = await serve();
  const partner = partnerOf(service);
  const statusOf = async (path: string) => (await fetch(service.url + path)).status;
  const count = { before: 0, while: 0, refused: 0, after: 0 };

  for (const item of items.slice(0, 20)) await ask(partner, item, 'reserve');
  count.before = 20;
  assert.equal(await statusOf('/readyz'), 200);
  disk.fill();

  for (const item of items.slice(0, 100)) {
    const verb = item.state === undefined ? 'reserve' : 'confirm';
    item.asked = verb;
    const { path, body, key } = toCall(item, verb);
    const { status, body: answer } = await partner.call<object>(path, body, { 'idempotency-key': key });
    if (status === 200) {
      // There was room for it: it counts like any other.
      await ask(partner, item, verb);
      count.while++;
      continue;
    }
    assert.ok(status === 500 || status === 503, `${status} ${JSON.stringify(answer)}`);
    assert.deepEqual(faultsOf(answer), []);
    count.refused++;
  }
  assert.ok(count.refused > 0, 'the disk was full');
  assert.deepEqual([await statusOf('/readyz'), await statusOf('/healthz')], [503, 200]);

  disk.empty();
  assert.equal(await statusOf('/readyz'), 200);
  for (const item of items) {
    await ask(partner, item, item.asked ?? (item.state === undefined ? 'reserve' : 'cancel'));
    count.after++;
  }
  const { code, stderr } = await service.stop();
  assert.deepEqual([code, stderr], [0, '']);
  const lines = service.said().trim().split('\n');
  const logged = lines.map((line) => JSON.parse(line) as { status?: number; err?: { message: string } });
  const failed = logged.filter(({ status }) => status === 500);
  assert.equal(failed.length, count.refused, 'a line for each failure');
  assert.ok(failed.every(({ err }) => /disk is full/.test(err?.message ?? '')));
  const store = await openStore(db);
  const missing = await checkItems(store, items).finally(() => store.close());
  assert.deepEqual(missing, { lost: [], twice: [] });
  const { findings, counted } = await audit(db);
  t.diagnostic(`${JSON.stringify(count)}, lost 0, twice 0; audited: ${JSON.stringify(counted)}`);
  assert.deepEqual(
    findings.filter(({ kind }) => kind === 'fault'),
    [],
  );
});
