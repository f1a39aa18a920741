import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openShop } from './shop.ts';

describe('/readyz', () => {
  it('proves that the database can be written, and leaves nothing there', async (t) => {
    const { url, store } = await openShop(t);
    const response = await fetch(`${url}/readyz`);
    assert.deepEqual([response.status, await response.json()], [200, { status: 'ready' }]);
    assert.deepEqual(await store.transaction((tx) => tx.all('SELECT probe_id FROM probe')), []);
  });

  it('is 503 while it cannot, though reading works, and /healthz lives', async (t) => {
    const { url, store, call } = await openShop(t);
    await store.transaction((tx) => tx.run('ALTER TABLE probe RENAME TO elsewhere'));
    const { status } = await fetch(`${url}/readyz`);
    const alive = await fetch(`${url}/healthz`);
    const read = await call('/v1/placements/any', { cartId: 'cart' });
    assert.deepEqual([status, alive.status, read.status], [503, 200, 200]);
    await store.transaction((tx) => tx.run('ALTER TABLE elsewhere RENAME TO probe'));
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
  });
});
