import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { CommandError } from '../../src/command/command.ts';
import { deliveriesCommand } from '../../src/command/deliveries-command.ts';
import { startService } from '../../src/service/index.ts';
import { catalogueOf } from '../service/support/catalogue.ts';
import { makeDatabase } from '../service/support/database.ts';
import { createPartner } from '../service/support/partner.ts';
import { type Mood, startProvider } from '../service/support/provider.ts';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

/** A shop's database, the provider of its tickets, and what an operator does while the service is down. */
async function setUp(t: TestContext) {
  const provider = await startProvider();
  const database = await makeDatabase();
  t.after(() => {
    provider.stop();
    database.remove();
  });
  const { url, secret, origin } = provider;
  const catalogue = catalogueOf({ ticket: { provider: 'tickets' } }, { tickets: { url, secret } });
  const run = async (...args: readonly string[]) => {
    const printed: string[] = [];
    await deliveriesCommand.run([...args, '--db', database.db], (text) => printed.push(text));
    return printed;
  };
  return {
    provider,
    run,
    /** Serves while `work` is done and whatever is due is delivered, or not. */
    async serve(mood: Mood, work: (partner: ReturnType<typeof createPartner>) => Promise<unknown>) {
      provider.be(mood);
      const service = await startService({ db: database.db, catalogue, webhookAllow: [origin] });
      try {
        await work(createPartner(service.url, service));
        await service.received();
      } finally {
        await service.stop();
      }
    },
    /** The ids of the messages in a state, and of those that failed or were given up without one. */
    async ids(...filter: readonly string[]): Promise<string[]> {
      const ids = (await run('list', ...filter)).map((line) => line.split('  ')[0] ?? '');
      return ids.filter((id) => /^[-0-9a-f]{36}$/.test(id));
    },
    types: () => provider.taken.map(({ body }) => body.type),
  };
}

type Partner = ReturnType<typeof createPartner>;

/** Sells a ticket, and gives the id of its hold. */
async function sell(partner: Partner, cart = 'cart'): Promise<string> {
  const held = await partner.held(cart, 'ticket');
  await partner.confirm(cart, `order of ${cart}`, [held]);
  return held.itemReservationId ?? '';
}

/** Asserts that something is refused, with what is said of it. */
async function refuses(done: Promise<unknown>, words: RegExp): Promise<void> {
  await assert.rejects(done, (error) => error instanceof CommandError && words.test(error.message));
}

describe('rokt-upsell deliveries', () => {
  it('lists what was given up and what fails, by its provider', async (t) => {
    const { run, serve } = await setUp(t);
    assert.deepEqual(await run('list'), []);
    await serve('gone', (partner) => sell(partner));
    await serve('refuses', (partner) => sell(partner, 'other'));
    const [sum, gone, failing, ...more] = await run('list');
    assert.match(sum ?? '', /^222 {2}tickets {2}1 waiting, 1 given up {2}2 failures in a row$/);
    assert.match(
      gone ?? '',
      /^[-0-9a-f]{36} {2}222 {2}tickets {2}item\.confirmed {2}given-up {2}1 attempt {2}expected 2xx, got 410$/,
    );
    assert.match(failing ?? '', / {2}waiting {2}1 attempt {2}due \S+Z {2}expected 2xx, got 503$/);
    assert.deepEqual(more, []);
    assert.equal((await run('list', '--state', 'given-up')).length, 2);
    assert.equal((await run('list', '--state', 'delivered')).length, 1);
    assert.deepEqual(await run('list', '--account', '333'), []);
    assert.deepEqual(await run('list', '--provider', 'garage'), []);
    assert.match((await run('list', '--limit', '1')).at(-1) ?? '', /^… and more/);
  });

  it('sends again what was given up, and what was to wait', async (t) => {
    const { run, serve, ids, types } = await setUp(t);
    await serve('gone', (partner) => sell(partner));
    await serve('refuses', (partner) => sell(partner, 'other'));
    const all = await ids();
    assert.deepEqual(
      await run('retry', ...all),
      all.map((id) => `${id}: sent again at once`),
    );
    const renewed = (await run('list', '--state', 'waiting')).filter((line) =>
      line.includes('  0 attempts  '),
    );
    assert.equal(renewed.length, 2, 'with all its attempts before it');
    await serve('takes', async () => undefined);
    assert.deepEqual(types(), ['item.confirmed', 'item.confirmed']);
    assert.deepEqual(await ids(), []);
  });

  it('sends again all that was given up of one provider', async (t) => {
    const { run, serve, types } = await setUp(t);
    await serve('gone', async (partner) => {
      for (const cart of ['a', 'b', 'c']) await sell(partner, cart);
    });
    assert.deepEqual(await run('retry', '--all-given-up', '--provider', 'garage'), ['there is none']);
    assert.equal((await run('retry', '--all-given-up', '--provider', 'tickets')).length, 3);
    await serve('takes', async () => undefined);
    assert.equal(types().length, 3);
  });

  it('asks a provider that is left alone again at once', async (t) => {
    const { run, serve, ids, provider, types } = await setUp(t);
    await serve('refuses', async (partner) => {
      for (let n = 0; n < 9; n++) await sell(partner, `cart-${n}`);
    });
    const [sum] = await run('list');
    assert.match(sum ?? '', / {2}5 failures in a row, left alone until \S+Z$/);
    const before = provider.attempts;
    await serve('takes', async () => undefined);
    assert.equal(provider.attempts, before);
    await run('retry', (await ids())[0] ?? '');
    await serve('takes', async () => undefined);
    assert.ok(types().length >= 1);
  });

  it('refuses by name to send a sale that is cancelled, and does the others', async (t) => {
    const { run, serve, ids, types } = await setUp(t);
    await serve('gone', async (partner) => {
      await sell(partner, 'kept');
      await partner.cancel(await sell(partner, 'undone'));
    });
    const [kept = '', undone = ''] = await ids('--state', 'given-up');
    await refuses(run('retry', undone, kept), new RegExp(`^${undone}: sale-cancelled, [^\\n]*$`));
    await refuses(run('retry', '--all-given-up'), /: sale-cancelled, /);
    await serve('takes', async () => undefined);
    assert.ok(types().filter((type) => type === 'item.confirmed').length === 1, types().join());
  });

  it('refuses by name what is delivered, dropped or unknown', async (t) => {
    const { run, serve, ids } = await setUp(t);
    await serve('takes', (partner) => sell(partner));
    const [taken = ''] = await ids('--state', 'delivered');
    for (const verb of ['retry', 'drop']) {
      await refuses(run(verb, taken), new RegExp(`^${taken}: already-delivered, `));
      await refuses(run(verb, UNKNOWN), new RegExp(`^${UNKNOWN}: unknown-message, `));
    }
  });

  it('drops a message: it is sent no more, until it is retried', async (t) => {
    const { run, serve, ids, types } = await setUp(t);
    await serve('refuses', (partner) => sell(partner));
    const [id = ''] = await ids();
    assert.deepEqual(await run('drop', id), [`${id}: dropped`]);
    await refuses(run('drop', id), /already-dropped/);
    assert.deepEqual(await ids('--state', 'dropped'), [id]);
    await serve('takes', async () => undefined);
    assert.deepEqual([types(), await ids()], [[], []]);
    await run('retry', id);
    await serve('takes', async () => undefined);
    assert.deepEqual(types(), ['item.confirmed']);
  });

  it('drops a sale, and its cancellation goes on, since the sale may have arrived', async (t) => {
    const { run, serve, ids, types } = await setUp(t);
    await serve('refuses', async (partner) => partner.cancel(await sell(partner)));
    const [sale = '', cancellation = ''] = await ids('--state', 'waiting');
    assert.match((await run('list', '--state', 'waiting')).at(-1) ?? '', new RegExp(`  after ${sale}$`));
    await run('drop', sale);
    assert.deepEqual(await ids('--state', 'waiting'), [cancellation]);
    await serve('takes', async () => undefined);
    assert.deepEqual(types(), ['item.cancelled']);
  });

  for (const [what, mood, state, told] of [
    ['may have arrived', 'loses', 'waiting', ['item.confirmed', 'item.cancelled']],
    ['was never sent', undefined, 'dropped', []],
  ] as const)
    it(`drops a sale that ${what} together with what that means for its cancellation`, async (t) => {
      const { provider, run, serve, ids, types } = await setUp(t);
      if (mood === undefined) provider.stop();
      let sold = '';
      await serve(mood ?? 'takes', async (partner) => {
        sold = await sell(partner);
      });
      const [id = ''] = await ids();
      await run('drop', id);
      if (mood === undefined) {
        await serve('takes', (partner) => partner.cancel(sold));
        const [, cancelled = ''] = await ids('--state', state);
        await refuses(run('retry', cancelled), new RegExp(`^${cancelled}: sale-untold, `));
      } else await serve('takes', (partner) => partner.cancel(sold));
      assert.deepEqual(types(), told);
    });
});
