import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemoServer } from '../../demo/server.mjs';
import { rowsOf } from '../support/demo-rows.ts';
import { tabbedEngines } from '../support/tabs.ts';
import { buyConcert } from '../support/tab-shopper.ts';

/** Chromium buys every story, in stories.e2e.test.ts. */
const ENGINES = { firefox: 'Firefox', webkit: 'WebKitGTK' };

describe('the concert, bought from the cart to the receipt', () => {
  let server: Awaited<ReturnType<typeof startDemoServer>>;
  before(async () => {
    server = await startDemoServer({ port: 0 });
  });
  after(() => server.close());

  const engines = tabbedEngines();
  for (const [name, title] of Object.entries(ENGINES)) {
    const engine = engines[name];
    if (!engine) {
      it(`in ${title}`, { skip: `${title} is not on this machine, or was not asked for` });
      continue;
    }
    describe(`in ${title}`, () => {
      after(() => engine.stop());

      it('leaves what it leaves in Chromium: raw rows on both sides, and signed messages', async (test) => {
        const tab = await engine.open();
        test.after(() => tab.close());
        const { orderId, servedBy, confirmed } = await buyConcert(
          tab,
          server.url,
          'Add parking',
          'Add protection',
        );
        assert.equal(servedBy, 'offers');
        assert.deepEqual(confirmed, ['parking-a', 'ticket-protection']);
        const rows = await rowsOf(server.backEnd, orderId);
        assert.deepEqual(
          { ...rows, holds: rows.holds.sort(), received: rows.received.sort() },
          {
            holds: ['parking-a 1 × 3500 confirmed', 'ticket-protection 1 × 1890 confirmed'],
            orders: 1,
            messages: ['item.confirmed delivered', 'item.confirmed delivered'],
            received: ['item.confirmed parking-a 1 35', 'item.confirmed ticket-protection 1 18.9'],
            paid: '35340 USD',
            refunds: [],
          },
        );
      });
    });
  }
});
