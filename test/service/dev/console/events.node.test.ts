import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { type ConsoleEvent, type Link, readEvents } from '../../../../src/console/feed/event-feed.ts';
import { nextShown, NOTHING, type Shown } from '../../../../src/console/shown.ts';
import { type DevService, startDevService } from '../../../../src/service/dev/dev-service.ts';
import { openStore } from '../../../../src/service/store/open-store.ts';
import type { Store } from '../../../../src/service/store/store.ts';
import { until } from '../../../support/until.ts';
import { startCuttable } from '../../support/cuttable.ts';
import { makeBriefDatabase } from '../../support/database.ts';
import { createPartner } from '../../support/partner.ts';

const token = 'letmein';

describe('the events of a console', () => {
  let store: Store;
  let service: DevService;
  before(async () => {
    store = await openStore((await makeBriefDatabase()).db);
    service = await startDevService(store, { token });
  });
  after(async () => {
    await service.close();
    await store.close();
  });

  /** A fresh account, watched over a way that can be cut. */
  const watch = async (t: TestContext, { sent = token, of = '' } = {}) => {
    const account = await service.account();
    const way = await startCuttable(service.url);
    const reading = new AbortController();
    const heard = { events: [] as ConsoleEvent[], links: [] as Link[], shown: NOTHING };
    const url = `${way.url}/_dev/accounts/${of || account.accountId}/events`;
    const done = readEvents(
      { url, token: sent },
      {
        onEvent(event) {
          heard.events.push(event);
          heard.shown = nextShown(heard.shown, event, 0);
        },
        onLink: (link) => heard.links.push(link),
      },
      reading.signal,
    );
    t.after(async () => {
      reading.abort();
      way.stop();
      await done;
    });
    return {
      ...{ account, way, heard, done, partner: createPartner(service.url, account) },
      /** Resolves once what is shown is so. */
      shows: (isTrue: (shown: Shown) => boolean) => until(() => isTrue(heard.shown)),
    };
  };

  it('are every call once and in order, however often the connection is cut', async (t) => {
    const { account, partner, way, heard, shows } = await watch(t);
    await shows(({ state }) => state !== undefined);
    for (let round = 0; round < 4; round++) {
      for (let n = 0; n < 5; n++) await partner.any({ cartId: `on ${round}.${n}` });
      if (round === 2) await shows(({ calls }) => calls.length > 0);
      way.cut();
      for (let n = 0; n < 5; n++) await partner.any({ cartId: `off ${round}.${n}` });
      const before = way.connections;
      way.open();
      await until(() => way.connections > before);
    }
    await shows(({ calls }) => calls.length >= 40);
    const made = account.requests().map(({ id }) => id);
    const told = heard.events.flatMap((event) => (event.name === 'call' ? event.data.id : []));
    assert.deepEqual(told, made);
    assert.equal(heard.events.filter(({ name }) => name === 'start').length, 1);
    assert.ok(heard.links.filter((link) => link === 'lost').length >= 4, heard.links.join());
  });

  it('are holds, deliveries, faults and the clock, as they change', async (t) => {
    const { account, partner, shows } = await watch(t);
    const item = await partner.held('cart', 'parking-a', 2);
    await shows(({ state }) => state?.holds[0]?.state === 'held');
    await account.clock.advance(11 * 60_000);
    await shows(({ state }) => state?.holds[0]?.state === 'expired' && state.clock.ahead === 660_000);
    await partner.confirm('cart', 'order', [{ ...item, itemReservationId: undefined, quantity: 1 }]);
    account.faults.add({ status: 503 });
    await shows(({ state }) => state?.faults.length === 1);
    const sold = await partner.held('other', 'parking-a').catch(() => undefined);
    assert.equal(sold, undefined, 'the fault hits it');
    account.faults.clear();
    await partner.confirm('other', 'order', [await partner.held('other', 'parking-a')]);
    await shows(({ state }) => state?.deliveries[0]?.state === 'delivered');
    await shows(({ state }) => state?.holds[0]?.orderId === 'order');
    await account.clock.freeze();
    await shows(({ state }) => state?.clock.isFrozen === true);
  });

  it('begin anew when the account is reset', async (t) => {
    const { account, partner, shows, heard } = await watch(t);
    await partner.held('cart', 'parking-a');
    await shows(({ calls, state }) => calls.length === 2 && state?.holds.length === 1);
    await account.reset();
    await shows(({ calls, state }) => calls.length === 0 && state?.holds.length === 0);
    await partner.any({ cartId: 'cart' });
    await shows(({ calls }) => calls.length === 1);
    assert.equal(heard.events.filter(({ name }) => name === 'start').length, 2);
  });

  it('tell what became of each offer, and no value of an attribute', async (t) => {
    const { partner, heard, shows } = await watch(t);
    await partner.any({
      cartId: 'cart',
      pageIdentifier: 'home',
      attributes: { email: 'canary@shop.example' },
    });
    await partner.select({ attributes: { email: 'canary@shop.example' } });
    await shows(({ calls }) => calls.length === 2);
    const [any, selection] = heard.shown.calls.map(({ targeting = [] }) =>
      targeting.find(({ sku }) => sku === 'parking-a'),
    );
    assert.deepEqual(any?.unmet, [
      { rule: 'the page identifier', expected: ['checkout.upsell'], got: 'home' },
    ]);
    assert.equal(selection?.outcome, 'shown');
    assert.doesNotMatch(JSON.stringify(heard.events), /canary/);
  });

  it('have no key, no secret and no token in them', async (t) => {
    const { account, partner, heard, shows } = await watch(t);
    await partner.confirm('cart', 'order', [await partner.held('cart', 'parking-a')]);
    await shows(({ state }) => state?.deliveries[0]?.state === 'delivered');
    const told = JSON.stringify(heard.events);
    for (const secret of [account.apiKey, token, 'whsec_']) assert.ok(!told.includes(secret), secret);
  });

  for (const [why, options, link] of [
    ['the token is another', { sent: 'wrong' }, 'refused'],
    ['there is no such account', { of: 'nobody' }, 'unknown'],
  ] as const) {
    it(`are refused where ${why}`, async (t) => {
      const { done, heard } = await watch(t, options);
      await done;
      assert.deepEqual([heard.links.at(-1), heard.events], [link, []]);
    });
  }
});
