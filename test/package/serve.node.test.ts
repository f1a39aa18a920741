import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { catalogueOf } from '../service/support/catalogue.ts';
import { createPartner } from '../service/support/partner.ts';
import { type Alone, openAlone } from './alone.ts';
import { oldestNode } from './oldest-node.ts';

const OLD_NODE = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'22.12.0'})";

describe('the published service, with nothing else installed', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  for (const [name, node] of [
    ['the oldest Node that it names', oldestNode],
    ['the newest', () => process.execPath],
  ] as const) {
    it(`sells from offer to confirmation on ${name}, and says nothing on stderr`, async () => {
      const service = await alone.serve(['--dev', '--dev-token', 'token'], node());
      const partner = createPartner(service.url, {
        accountId: '222',
        apiKey: 'skeletonkey',
        tagId: '253_439d21r21r21321',
      });
      const held = await partner.held('cart', 'parking-a', 2);
      const { body } = await partner.confirm('cart', 'order', [held]);
      assert.equal(body.items[0]?.success, true);
      await service.says(/222 {2}cart\.reserve {2}200 {2}\d+ ms {2}ok\n/);
      const { code, stderr } = await service.stop();
      assert.deepEqual([code, stderr], [0, '']);
    });
  }

  it('signs webhooks and knows them again', () => {
    const code = `import { isSignedWebhook, signWebhook } from 'rokt-upsell/service';
      const secrets = [1, 2].map((byte) => 'whsec_' + Buffer.alloc(32, byte).toString('base64'));
      const headers = signWebhook('msg_1', '{"name":"Zürich"}', secrets, Date.now());
      const isSigned = (body) => secrets.map((secret) => isSignedWebhook(new Headers(headers), body, secret));
      console.log(isSigned(Buffer.from('{"name":"Zürich"}')), isSigned('{"name":"Zurich"}'));`;
    assert.equal(alone.run(code).trim(), '[ true, true ] [ false, false ]');
  });

  it('names the Node that it needs, on an older one', () => {
    assert.deepEqual(alone.commandOn(OLD_NODE, 'serve', '--dev'), {
      code: 1,
      out: '',
      err: 'rokt-upsell: serve needs Node 22.13 or later; this is Node 22.12.0\n',
    });
  });

  it('says which account a catalogue is tried as, where the file names another one', async () => {
    const file = alone.write('tried.json', { ...catalogueOf({ ticket: {} }), accountId: 'of-its-own' });
    const service = await alone.serve(['--dev', '--catalogue', file]);
    assert.equal(
      await service.says(/(tried\.json: .*)\n/),
      'tried.json: sold as account 222 here, not as of-its-own',
    );
    await service.stop();
  });

  it('shows a call that no account has made, and not its key', async () => {
    const service = await alone.serve(['--dev']);
    const stranger = createPartner(service.url, { accountId: '222', apiKey: 'a-wrong-key', tagId: 't' });
    assert.equal((await stranger.any({ cartId: 'cart' })).status, 401);
    assert.doesNotMatch(await service.says(/(nobody {2}placements\.any {2}401[^\n]*)\n/), /wrong/);
    await service.stop();
  });

  it('opens /_dev to the token alone', async () => {
    const service = await alone.serve(['--dev', '--dev-token', 'token']);
    const call = async (method: string, path: string, body?: object, token = 'token') => {
      const response = await fetch(`${service.url}/_dev${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const said = await response.text();
      return { status: response.status, body: said === '' ? undefined : (JSON.parse(said) as unknown) };
    };
    assert.equal((await call('GET', '/accounts/222', undefined, 'wrong')).status, 401);
    const made = await call('POST', '/accounts', {});
    const account = made.body as Parameters<typeof createPartner>[1];
    assert.equal(made.status, 201);
    const path = `/accounts/${account.accountId}`;
    const partner = createPartner(service.url, account);
    await call('POST', `${path}/faults`, { operation: 'placements.any', status: 504, count: 1 });
    assert.equal((await partner.any({ cartId: 'cart' })).status, 504);
    assert.equal((await partner.any({ cartId: 'cart' })).status, 200);
    await partner.confirm('cart', 'order', [await partner.held('cart', 'parking-a')]);
    const received = (await call('GET', `${path}/received`)).body as { body: { type: string } }[];
    assert.deepEqual(
      received.map(({ body }) => body.type),
      ['item.confirmed'],
    );
    const clock = await call('POST', `${path}/clock`, { freeze: 0, advance: 1000 });
    assert.deepEqual(clock.body, { now: '1970-01-01T00:00:01.000Z' });
    const wrong = await call('POST', `${path}/clock`, { advance: '1000' });
    assert.equal(wrong.status, 400);
    assert.equal((await call('POST', `${path}/clock`, { freeze: 9e15 })).status, 400);
    assert.equal((await call('POST', `${path}/faults`, { latency: 1e12 })).status, 400);
    const state = (await call('GET', path)).body as { holds: { state: string }[] };
    assert.deepEqual(
      state.holds.map((hold) => hold.state),
      ['confirmed'],
    );
    assert.equal((await call('POST', `${path}/reset`)).status, 204);
    assert.deepEqual((await call('GET', `${path}/received`)).body, []);
    assert.equal((await call('GET', '/accounts/nobody')).status, 404);
    const faulty = await call('POST', '/accounts', { catalogue: { placements: 1 } });
    assert.equal(faulty.status, 400);
    assert.match(JSON.stringify(faulty.body), /placements: expected an array, got 1/);
    await service.stop();
  });

  it('keeps what was sold, and takes a new stock on SIGHUP and at the next start', async () => {
    const catalogue = (stock: number) => alone.write('catalogue.json', catalogueOf({ ticket: { stock } }));
    const args = ['--catalogue', catalogue(50), '--db', 'shop.db'];
    const made = alone.command(
      'account',
      'add',
      '222',
      '--tag',
      't',
      '--origin',
      'https://shop.example',
      '--db',
      'shop.db',
    );
    const apiKey = /rokt-api-key: (\S+)/.exec(made.out)?.[1] ?? assert.fail(made.err);
    const who = { accountId: '222', apiKey, tagId: 't' };
    const shop = async (url: string) => {
      const partner = createPartner(url, who);
      const select = () =>
        partner.call('/v1/selections', { accountId: '222' }, { origin: 'https://shop.example' });
      const left = async (quantity: number) => {
        const { body } = (await select()) as unknown as {
          body: { placements: { offers: { cartItem: { cartItemId: string } }[] }[] };
        };
        const cartItemId = body.placements[0]?.offers[0]?.cartItem.cartItemId ?? assert.fail();
        const answer = await partner.reserve(cartItemId, [{ cartItemId, quantity }]);
        const [item] = answer.body.items;
        if (item?.success) await partner.confirm(cartItemId, cartItemId, [{ ...item }]);
        return item?.success;
      };
      return left;
    };

    const first = await alone.serve(args);
    assert.equal(await (await shop(first.url))(30), true);
    assert.deepEqual(await first.stop(), { code: 0, stderr: '' });

    const second = await alone.serve(args);
    const sell = await shop(second.url);
    assert.equal(await sell(21), false);
    catalogue(60);
    second.signal('SIGHUP');
    await second.says(/read again/);
    assert.equal(await sell(30), true);
    assert.equal(await sell(1), false);
    catalogue(59);
    assert.deepEqual(await second.stop(), { code: 0, stderr: '' });
    await assert.rejects(alone.serve(args), /ticket: more than 59 are held or sold/);
  });

  it('is a module for tests as well', () => {
    const code = `import { startService } from 'rokt-upsell/service';
      const service = await startService();
      const answer = await fetch(service.url + '/healthz');
      console.log(answer.status, service.accountId);
      await service.stop();`;
    assert.equal(alone.run(code), '200 222\n');
  });

  it('says by startService() as well which Node it needs, in one line', () => {
    const code = `import { startService } from 'rokt-upsell/service';
      await startService().catch((error) => console.log(error.message));`;
    const needed = /^startService\(\) needs Node 22\.13 or later; this is Node (\S+)\n$/;
    assert.match(alone.run(code, OLD_NODE), needed);
  });
});
