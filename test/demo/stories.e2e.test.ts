import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { orderOf, startShopper } from '../support/shopper.ts';

/** What is bought in each story, and the raw rows that it leaves on both sides. */
const STORIES = [
  {
    path: '',
    take: ['Add parking', 'Add protection'],
    holds: ['parking-a 1 × 3500 confirmed', 'ticket-protection 1 × 1890 confirmed'],
    received: ['item.confirmed parking-a 1 35', 'item.confirmed ticket-protection 1 18.9'],
    paid: '35340 USD',
  },
  {
    path: 'laptop.html',
    take: ['Add care plan'],
    holds: ['care-3y 1 × 14900 confirmed'],
    received: ['item.confirmed care-3y 1 149'],
    // With the sales tax of the laptop.
    paid: '150885 USD',
  },
  {
    path: 'teapot.html',
    take: ['煎茶を追加', '補償を追加'],
    // Yen have no hundredths.
    holds: ['repair-2y 1 × 880 confirmed', 'sencha-80 1 × 1620 confirmed'],
    received: ['item.confirmed repair-2y 1 880', 'item.confirmed sencha-80 1 1620'],
    paid: '11960 JPY',
  },
];

describe('each story, bought from the cart to the receipt', () => {
  let shop: Awaited<ReturnType<typeof startShopper>>;
  before(async () => {
    shop = await startShopper();
  });
  after(() => shop.stop());

  for (const { path, take, ...expected } of STORIES) {
    for (const launcher of ['first-party', 'hosted', 'mparticle']) {
      it(`/${path}, ${launcher}`, async () => {
        const shopper = await shop.enter(`${path}?launcher=${launcher}`);
        await shopper.checkOut();
        for (const name of take) await shopper.add(name);
        const servedBy = await shopper.page.evaluate(() => document.querySelector('rokt-upsell')!.servedBy);
        assert.equal(
          servedBy,
          { 'first-party': 'offers', hosted: 'hosted', mparticle: 'launcher' }[launcher],
        );
        await shopper.goOn();
        await shopper.pay();
        const { holds, orders, messages, received, paid, refunds } = await shop.rowsOf(orderOf(shopper.page));
        assert.deepEqual({ holds: holds.sort(), received: received.sort(), paid }, expected);
        assert.deepEqual([orders, refunds], [1, []]);
        assert.ok(messages.every((message) => message === 'item.confirmed delivered'));
        await shopper.leave();
      });
    }
  }

  it('speaks Japanese on each page of the Japanese shop', async () => {
    const shopper = await shop.enter('teapot.html');
    const lang = () => shopper.page.locator('html').getAttribute('lang');
    const seen = [await lang()];
    await shopper.checkOut();
    await shopper.add('煎茶を追加');
    seen.push(await lang());
    await shopper.goOn();
    await shopper.page.getByRole('button', { name: '￥11,080を支払う' }).waitFor();
    seen.push(await lang());
    await shopper.pay();
    await shopper.page.getByRole('heading', { name: 'ご注文ありがとうございます。' }).waitFor();
    seen.push(await lang());
    assert.deepEqual(seen, ['ja', 'ja', 'ja', 'ja']);
    await shopper.leave();
  });
});
