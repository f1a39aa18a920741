import assert from 'node:assert/strict';
import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { until } from '../support/until.ts';
import { catalogueOf } from '../service/support/catalogue.ts';
import { createPartner } from '../service/support/partner.ts';
import { startProvider } from '../service/support/provider.ts';
import { type Alone, openAlone } from './alone.ts';

const ORIGIN = 'http://localhost:3000';

describe('the command, while a service runs on the file', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  const keyIn = ({ out, err }: { out: string; err: string }) =>
    /rokt-api-key: (\S+)/.exec(out)?.[1] ?? assert.fail(out + err);

  /** A service that runs, and the command on its database. */
  const serve = async (name: string, products: Parameters<typeof catalogueOf>[0] = { ticket: {} }) => {
    const db = ['--db', `${name}.db`];
    const start = () =>
      alone.serve(['--catalogue', alone.write(`${name}.json`, catalogueOf(products)), ...db]);
    const service = await start();
    const command = (...args: readonly string[]) => alone.command(...args, ...db);
    return { service, command, start, db };
  };

  it('adds an account, replaces its key and moves its origin: the service goes by each at once', async () => {
    const { service, command } = await serve('at-once');
    const first = keyIn(command('account', 'add', '222', '--tag', 't'));
    const callWith = async (apiKey: string) =>
      (await createPartner(service.url, { accountId: '222', apiKey, tagId: 't' }).any({ cartId: 'c' }))
        .status;
    assert.equal(await callWith(first), 200);
    const second = keyIn(command('account', 'key', '222'));
    assert.deepEqual([await callWith(first), await callWith(second)], [200, 200]);
    assert.equal(command('account', 'key', '222', '--remove').out, 'account 222: its older key has ended\n');
    assert.deepEqual([await callWith(first), await callWith(second)], [401, 200]);

    const partner = createPartner(service.url, { accountId: '222', apiKey: second, tagId: 't' });
    assert.equal((await partner.select()).status, 403);
    assert.equal(command('account', 'origin', '222', ORIGIN).code, 0);
    assert.equal((await partner.select()).status, 200);
    assert.equal(command('account', 'origin', '222', ORIGIN, '--remove').code, 0);
    assert.equal((await partner.select()).status, 403);
    assert.match(
      command('account', 'list').out,
      /^222 {2}keys: \d{4}-\d\d-\d\dT[\d:.]+Z {2}tags: t {2}no origins\n$/,
    );
    assert.deepEqual(await service.stop(), { code: 0, stderr: '' });
    const acts = service.said().match(/"act":"account\.[a-z-]+","accountId":"222"/g);
    assert.equal(acts?.length, 5, 'each change is a line of the log');
    assert.ok(![first, second].some((key) => service.said().includes(key)));
  });

  it('removes an account once nothing of it is under way, or when it is told to', async () => {
    const { service, command } = await serve('removed', { ticket: { stock: 5 } });
    const apiKey = keyIn(command('account', 'add', '222', '--tag', 't', '--origin', ORIGIN));
    const partner = createPartner(service.url, { accountId: '222', apiKey, tagId: 't' });
    const held = await partner.held('cart', 'ticket');
    const refused = command('account', 'remove', '222');
    assert.equal(refused.code, 1);
    assert.match(
      refused.err,
      /^rokt-upsell: removed\.db: account 222 has live holds \(1\) or [^\n]*--force[^\n]*\n$/,
    );
    assert.equal((await partner.confirm('cart', 'order', [held])).status, 200);
    const { out } = command('account', 'remove', '222', '--force');
    assert.equal(out, 'account 222 is removed, with 0 messages, 1 orders, 1 holds, 1 products, 1 keys\n');
    assert.equal((await partner.any({ cartId: 'c' })).status, 401);
    assert.equal((await partner.select()).status, 403);
    assert.equal(command('account', 'list').out, 'there is none\n');
    await service.stop();
    assert.match(
      alone.command('audit', '--db', 'removed.db').out,
      /^counted: 0 accounts, [^\n]*; 0 faults, 0 notes\n$/,
    );
  });

  it('sends again at once what was given up', async () => {
    const provider = await startProvider();
    const providers = { provider: { url: provider.url, secret: provider.secret } };
    const catalogue = alone.write('again.json', catalogueOf({ ticket: { provider: 'provider' } }, providers));
    const db = ['--db', 'again.db'];
    const service = await alone.serve(['--catalogue', catalogue, ...db, '--webhook-allow', provider.origin]);
    const apiKey = keyIn(alone.command('account', 'add', '222', '--tag', 't', '--origin', ORIGIN, ...db));
    const partner = createPartner(service.url, { accountId: '222', apiKey, tagId: 't' });
    provider.be('gone');
    await partner.confirm('cart', 'order', [await partner.held('cart', 'ticket')]);
    await service.says(/given up/);
    const listed = alone.command('deliveries', 'list', ...db).out;
    assert.match(listed, /^222 {2}provider {2}0 waiting, 1 given up/);
    provider.be('takes');
    const message = provider.next();
    assert.match(
      alone.command('deliveries', 'retry', '--all-given-up', ...db).out,
      /: sent again at once\n$/,
    );
    assert.equal((await message).body.type, 'item.confirmed');
    await service.stop();
    provider.stop();
  });

  it('backs up what is sold while it is sold: no sale is half in the copy, which a service serves', async () => {
    const { service, command } = await serve('sells', { ticket: { stock: 100_000 } });
    const apiKey = keyIn(command('account', 'add', '222', '--tag', 't', '--origin', ORIGIN));
    const partner = createPartner(service.url, { accountId: '222', apiKey, tagId: 't' });
    let sold = 0;
    let isOver = false;
    const cartItemId = await partner.offered('ticket');
    const shop = async (name: string) => {
      for (let n = 0; !isOver; n++) {
        const cart = `${name}-${n}`;
        const answer = await partner.reserve(cart, [{ cartItemId, quantity: 1 }]);
        if (answer.body.items[0]?.success) sold++;
      }
    };
    const shoppers = ['a', 'b', 'c', 'd'].map(shop);
    await until(() => sold >= 50);
    const backup = alone.start('backup', 'copy.db', '--db', 'sells.db');
    const { code, out, err } = await backup;
    isOver = true;
    await Promise.all(shoppers);
    assert.deepEqual([code, err], [0, '']);
    const path = join(alone.folder, 'copy.db');
    const { size, mode } = lstatSync(path);
    assert.equal(out, `copy.db: ${size} bytes\n`);
    assert.equal((mode & 0o777).toString(8), '600');
    await service.stop();
    assert.match(command('audit').out, /; 0 faults, 0 notes\n$/);
    assert.match(
      alone.command('audit', '--db', 'copy.db').out,
      /^counted: 1 accounts, [^\n]*; 0 faults, 0 notes\n$/,
    );
    const restored = await alone.serve(['--catalogue', 'sells.json', '--db', 'copy.db']);
    const { status } = await createPartner(restored.url, { accountId: '222', apiKey, tagId: 't' }).select();
    assert.equal(status, 200);
    await restored.stop();
  });

  it('is heard by the one that has the file, whatever else was started on it', async () => {
    const { service, command, start } = await serve('two');
    await assert.rejects(start(), /^Error: rokt-upsell: two\.db: another process has this database open\n$/);
    assert.equal(command('account', 'add', '222').code, 0);
    await service.stop();
    assert.equal(existsSync(join(alone.folder, 'two.db.sock')), false);
  });

  it('works on the file itself after kill -9, and a service that starts then is heard again', async () => {
    const { service, command, start } = await serve('killed');
    service.signal('SIGKILL');
    await service.gone;
    assert.ok(lstatSync(join(alone.folder, 'killed.db.sock')).isSocket());
    assert.equal(command('account', 'add', '222').code, 0);
    assert.equal(command('backup', 'killed-copy.db').code, 0);
    const again = await start();
    assert.match(command('account', 'list').out, /^222 /);
    assert.deepEqual(await again.stop(), { code: 0, stderr: '' });
  });

  it('is heard by a service for development, too', async () => {
    const service = await alone.serve(['--dev', '--db', 'dev.db']);
    const { out } = alone.command('account', 'list', '--db', 'dev.db');
    assert.match(out, /^222 {2}keys: /);
    await service.stop();
  });

  it('says what is in its way, and the service serves all the same', async () => {
    alone.write('blocked.db.sock', 'mine');
    const { service, command } = await serve('blocked');
    await service.says(
      /no other command can reach this service: [^"]*blocked\.db\.sock: expected a socket or nothing/,
    );
    const { code, err } = command('account', 'add', '222');
    assert.deepEqual([code, err], [1, 'rokt-upsell: blocked.db: another process has this database open\n']);
    assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
    await service.stop();
  });
});
