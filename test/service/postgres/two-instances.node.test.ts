import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { audit } from '../../../src/service/index.ts';
import { sweepHolds } from '../../../src/service/reservation/index.ts';
import { type Alone, openAlone } from '../../package/alone.ts';
import { catalogueOf } from '../support/catalogue.ts';
import { createPartner } from '../support/partner.ts';
import { useServer, withoutPostgres } from './server.ts';
import { ACCOUNT, atLast, available, offer, outcomes, shopOnce } from './shoppers.ts';

type Products = Parameters<typeof catalogueOf>[0];
type Instance = Awaited<ReturnType<Alone['serve']>>;

const TAG = 'tag';

describe('the published command, twice on one PostgreSQL', { skip: withoutPostgres }, () => {
  const server = useServer();
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  /** An empty database, and what starts instances on it. */
  async function setUp(products: Products) {
    const db = await server.makeDatabase();
    const write = (version: number, sold: Products) =>
      alone.write('catalogue.json', { ...catalogueOf(sold), version });
    const serve = (version = 1, sold = products) =>
      alone.serve(['--catalogue', write(version, sold), '--db', db]);
    const instances = await Promise.all([serve(), serve()]);
    const { out, err } = alone.command('account', 'add', ACCOUNT, '--tag', TAG, '--db', db);
    const apiKey = /rokt-api-key: (\S+)/.exec(out)?.[1] ?? assert.fail(err);
    const partnerOf = ({ url }: Instance) => createPartner(url, { accountId: ACCOUNT, apiKey, tagId: TAG });
    const store = await server.open(db);
    return { db, store, instances, partners: instances.map(partnerOf), serve, partnerOf };
  }

  const stopAll = async (instances: readonly Instance[]) => {
    for (const instance of instances) {
      const { code, stderr } = await instance.stop();
      assert.deepEqual([code, stderr], [0, '']);
    }
  };

  it('starts at once on an empty database, and both serve', async () => {
    const { instances, partners, store } = await setUp({ ticket: { stock: 5 } });
    for (const { url } of instances) assert.equal((await fetch(`${url}/readyz`)).status, 200);
    const [cartItemId = ''] = await offer(store, 'ticket', 1);
    const { body } = await partners[0]!.reserve('cart', [{ cartItemId, quantity: 2 }]);
    const [held] = body.items;
    assert.ok(held?.success, JSON.stringify(body));
    const confirmed = await partners[1]!.confirm('cart', 'order', [held]);
    assert.equal(confirmed.body.items[0]?.success, true, 'the other one has heard of it');
    assert.equal(await available(store, 'ticket'), 3);
    await stopAll(instances);
  });

  it('sells 50 of 50 to 400 carts that ask both in turn, and no one more', async (t) => {
    const { instances, partners, store } = await setUp({ ticket: { stock: 50 } });
    const items = await offer(store, 'ticket', 400);
    const answers = await Promise.all(
      items.map((cartItemId, n) =>
        atLast(() => partners[n % 2]!.reserve(`cart-${n}`, [{ cartItemId, quantity: 1 }])),
      ),
    );
    const sold = outcomes(answers);
    t.diagnostic(`${sold['held']} of 50 sold to 400 carts`);
    assert.deepEqual(sold, { held: 50, 'out-of-stock': 350 });
    assert.equal(await available(store, 'ticket'), 0);
    await stopAll(instances);
  });

  it('answers one Idempotency-Key that comes to both at once the same, having done it once', async () => {
    const { instances, partners, store } = await setUp({ ticket: { stock: 1000 } });
    const items = await offer(store, 'ticket', 20);
    for (const cartItemId of items) {
      const key = { 'idempotency-key': `key-${cartItemId}` };
      const asked = partners.map((partner) =>
        partner.call<object>(
          '/v1/cart/confirm',
          { cartId: 'cart', orderId: cartItemId, items: [{ cartItemId, quantity: 3 }] },
          key,
        ),
      );
      const [one, other] = await Promise.all(asked);
      assert.deepEqual([one!.status, other!.status], [200, 200]);
      assert.deepEqual(one!.body, other!.body);
    }
    assert.equal(await available(store, 'ticket'), 1000 - 20 * 3);
    await stopAll(instances);
  });

  it('does not raise stock again when one restarts with an older catalogue, and says so', async () => {
    const { instances, serve, store, partnerOf } = await setUp({ ticket: { stock: 100 } });
    const [first, second] = instances;
    await stopAll([first]);
    const newer = await serve(2, { ticket: { stock: 60 } });
    assert.equal(await available(store, 'ticket'), 60);
    await stopAll([second]);
    const older = await serve(1, { ticket: { stock: 100 } });
    assert.equal(await available(store, 'ticket'), 60);
    const [cartItemId = ''] = await offer(store, 'ticket', 1);
    const { body } = await partnerOf(older).reserve('cart', [{ cartItemId, quantity: 1 }]);
    assert.equal(body.items[0]?.success, true, 'it sells');
    await older.stop();
    assert.match(
      older.said(),
      /account 222: its catalogue, of version 1, is older than the one that was applied/,
    );
    await stopAll([newer]);
  });

  it('comes through 10 s of mixed calls and two sweepers without a deadlock', async (t) => {
    const skus = ['a', 'b', 'c', 'd'];
    const products = Object.fromEntries(skus.map((sku) => [sku, { stock: 30, holdSeconds: 1 }]));
    const { db, instances, partners, store } = await setUp(products);
    const until = performance.now() + 10_000;
    const isOver = () => performance.now() > until;
    const sweepers = [store, await server.open(db)].map(async (swept) => {
      while (!isOver()) await sweepHolds(swept, ACCOUNT, (tx) => tx.now());
    });
    const shoppers = Array.from({ length: 16 }, async () => {
      let calls = 0;
      while (!isOver()) calls += await shopOnce(partners, store, skus);
      return calls;
    });
    const counts = await Promise.all(shoppers);
    await Promise.all(sweepers);
    const deadlocks = server.log().match(/deadlock detected/g)?.length ?? 0;
    const { findings, counted } = await audit(db);
    const calls = counts.reduce((sum, count) => sum + count, 0);
    t.diagnostic(`${calls} calls in 10 s, ${deadlocks} deadlocks; audited: ${JSON.stringify(counted)}`);
    assert.equal(deadlocks, 0);
    assert.deepEqual(
      findings.filter(({ kind }) => kind === 'fault'),
      [],
    );
    await stopAll(instances);
  });
});
