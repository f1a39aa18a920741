import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type Consoles, fill, startConsoles } from './start-consoles.ts';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

describe('the console of the published service', () => {
  let consoles: Consoles;
  before(async () => {
    consoles = await startConsoles();
  });
  after(() => consoles.stop());

  it('shows a reserve as it comes, and its hold end as the clock is moved', async () => {
    const { page, panel, partner, close } = await consoles.open();
    await partner.held('cart-7', 'parking-a', 2);
    await panel('Calls').getByText('cart.reserve').waitFor();
    const cart = panel('Carts');
    await cart.getByRole('heading', { name: 'cart-7' }).waitFor();
    await cart.getByText('held', { exact: true }).waitFor();
    await cart.getByText('70.00 USD').waitFor();
    await page.getByRole('button', { name: '+10 min' }).click();
    await cart.getByText('expired', { exact: true }).waitFor();
    await page.getByText('10:00 ahead').waitFor();
    await close();
  });

  it('sets a fault, which hits the next call, and clears it', async () => {
    const { page, panel, partner, close } = await consoles.open();
    const cartItemId = await partner.offered('parking-a');
    const reserve = () => partner.reserve('cart', [{ cartItemId, quantity: 1 }]);
    const set = async (count: string) => {
      await page.getByLabel('Status, or ms').fill('503');
      await page.getByLabel('To', { exact: true }).selectOption('cart.reserve');
      await page.getByLabel('How many calls').selectOption(count);
      await page.getByRole('button', { name: 'Set fault' }).click();
    };
    await set('the next one');
    await panel('Faults').getByText('answers 503, once, to cart.reserve').waitFor();
    assert.equal((await partner.any({ cartId: 'cart' })).status, 200);
    assert.deepEqual([(await reserve()).status, (await reserve()).status], [503, 200]);
    await panel('Calls').getByText('fault: answers 503').waitFor();
    await set('all, until cleared');
    await panel('Faults').getByText('answers 503, to cart.reserve').waitFor();
    assert.equal((await reserve()).status, 503);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await panel('Faults').getByText('Every call goes through.').waitFor();
    assert.equal((await reserve()).status, 200);
    await close();
  });

  it('sets what becomes of items, in every call', async () => {
    const { page, panel, partner, close } = await consoles.open();
    const cartItemId = await partner.offered('parking-a');
    await page.getByLabel('What happens').selectOption('items held by too many carts');
    assert.equal(await page.getByLabel('How many calls').isDisabled(), true);
    await page.getByRole('button', { name: 'Set fault' }).click();
    await panel('Faults').getByText('items held by too many carts, to any call').waitFor();
    const [item] = (await partner.reserve('cart', [{ cartItemId, quantity: 1 }])).body.items;
    assert.equal(item?.success === false && item.error.code, 'too-many-holds');
    await close();
  });

  it('copies a call that gives the same status again, without the key', async () => {
    const { page, panel, account, partner, close } = await consoles.open();
    await partner.held('it’s a cart', 'parking-a');
    await partner.call('/v1/cart/reserve', { cartId: 'a-cart-of-nothing' });
    for (const [text, status] of [
      ['it’s', 200],
      ['a-cart-of-nothing', 400],
      ['selections', 200],
    ] as const) {
      await page.getByRole('searchbox').fill(text);
      const call = panel('Calls').getByRole('listitem').first();
      await call.locator('summary').first().click();
      await call.getByRole('button', { name: 'Copy as curl' }).click();
      await page.getByText('Copied.').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(!copied.includes(account.apiKey) && !copied.includes('token'), copied);
      const env = { PATH: process.env['PATH'], ROKT_API_KEY: account.apiKey };
      const said = execFileSync('sh', ['-c', copied], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env,
      });
      assert.equal(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1], String(status), said);
      await call.locator('summary').first().click();
    }
    await close();
  });

  it('says of each offer which condition was not met', async () => {
    const { panel, partner, close } = await consoles.open();
    await partner.any({ cartId: 'cart', pageIdentifier: 'home' });
    const parking = panel('Targeting').getByRole('listitem').filter({ hasText: 'parking-a' });
    await parking.getByText('missed', { exact: true }).waitFor();
    assert.match((await parking.textContent()) ?? '', /page identifier.+“checkout\.upsell”.+got: home/s);
    await close();
  });

  it('leads from the report to the call', async () => {
    const { panel, partner, close } = await consoles.open();
    await fill(partner);
    await panel('Report').getByText('fail', { exact: true }).waitFor();
    await panel('Report').getByRole('button', { name: 'show the call' }).first().click();
    await panel('Calls').getByRole('button', { name: 'Copy as curl' }).waitFor();
    assert.equal(await panel('Calls').getByRole('listitem').count(), 1);
    await close();
  });

  it('is worked by keyboard', async () => {
    const { page, panel, partner, close } = await consoles.open();
    await partner.any({ cartId: 'cart' });
    await panel('Calls').getByText('placements.any').waitFor();
    await page.getByRole('searchbox').focus();
    for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Copy as curl' }).waitFor();
    for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByText('Copied.').waitFor();
    await page.getByRole('button', { name: 'Freeze' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('UTC, frozen').waitFor();
    await page.getByLabel('Status, or ms').press('Enter');
    await panel('Faults').getByText('answers 503, once, to any call').waitFor();
    await close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 360]) {
      it(`is accessible and fits, ${colorScheme}, ${width} px wide`, async () => {
        const opened = await consoles.open({ colorScheme, viewport: { width, height: 800 } });
        const { page, panel } = opened;
        await fill(opened.partner);
        await panel('Deliveries').getByText('delivered', { exact: true }).waitFor();
        await panel('Calls').locator('summary').first().click();
        await panel('Calls').getByText('Copy as curl').waitFor();
        await page.evaluate(axe);
        assert.deepEqual(await violations(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        await opened.close();
      });
    }
  }

  it('asks for the token, and refuses another', async () => {
    const page = await consoles.newPage();
    await page.goto(consoles.address.split('#')[0] ?? '');
    const give = async (token: string) => {
      await page.getByLabel('Token').fill(token);
      await page.getByRole('button', { name: 'Open' }).click();
    };
    await give('wrong');
    await page.getByText('That is not the token of this service.').waitFor();
    await give('token');
    await page.getByText('live', { exact: true }).waitFor();
    const html = await page.content();
    assert.ok(!html.includes('skeletonkey'));
    await page.close();
  });
});

/** What axe finds, in the shadow tree too. */
async function violations(page: Page): Promise<string[]> {
  const result = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run()',
  );
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
