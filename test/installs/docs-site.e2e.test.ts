import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startProgram } from '../../tools/shops/start-program.mjs';
import { openSite, type Site } from './docs/site.ts';
import { violations } from './docs/violations.ts';

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const;

describe('the documentation site', () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  it('is what npm run docs serves', async () => {
    const options = { cwd: site.project, env: {}, ready: 'The documentation is at ' };
    const { output, stop } = await startProgram(['tools/docs.mjs', '--port', '0'], options);
    try {
      const [url = ''] = /http:\S+/.exec(output()) ?? [];
      assert.equal((await fetch(url)).status, 200);
      assert.equal((await fetch(`${url}nothing.html`)).status, 404);
    } finally {
      await stop();
    }
  });

  it('has every page of the navigation, and no link that leads nowhere', async (t) => {
    const { pages, dead } = await site.walk();
    assert.deepEqual(dead, []);
    const missing = site.addresses.filter((address) => !pages.includes(address));
    assert.deepEqual(missing, []);
    t.diagnostic(`${pages.length} pages`);
  });

  for (const { colorScheme, width } of looks) {
    it(`is accessible and fits, ${colorScheme}, ${width} px wide`, async () => {
      const faults: string[] = [];
      const { open, close } = await site.visitor({ colorScheme, viewport: { width, height: 800 } });
      for (const address of [...site.addresses, '404.html']) {
        const page = await open(address);
        const found = await violations(page);
        faults.push(...found.map((fault) => `${address}: ${fault}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${address}: ${wide} px wide`);
        await page.close();
      }
      faults.push(...(await close()));
      assert.deepEqual(faults, []);
    });
  }

  it('has accessible menus and search on a phone', async () => {
    const { open, close } = await site.visitor({ viewport: { width: 320, height: 700 } });
    const page = await open('errors.html');
    await page.getByRole('button', { name: 'mobile navigation' }).click();
    await page.locator('.VPNavScreen').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'mobile navigation' }).click();
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.locator('.VPSidebar.open').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('script-blocked');
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.deepEqual(await close(), []);
  });

  it('is searched without a network, and leads to what was found', async () => {
    const { open, close } = await site.visitor({ viewport: { width: 1280, height: 800 } });
    const page = await open('');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('offer-engaged');
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/reference\.html#offer-engaged$/);
    // What was asked of anywhere else would be among these.
    assert.deepEqual(await close(), []);
  });

  it('runs the element: what is added is told, and kept in the page’s cart', async () => {
    const { open, close } = await site.visitor({ viewport: { width: 1280, height: 800 } });
    const page = await open('live.html');
    const tag = page.frameLocator('iframe[title="The tag, and what a store hears of it"]');
    await tag.getByRole('button', { name: /^Add parking\b/i }).click();
    await tag.getByText('1 × Garage parking, 35.00 USD').waitFor();
    const carts = page.frameLocator('iframe[title="A care plan for each laptop"]');
    await carts.getByRole('button', { name: /^Add care plan\b/i }).click();
    await carts.getByText('2 × 3-year care plan').waitFor();
    await carts.getByRole('button', { name: 'One laptop fewer' }).click();
    await carts.getByText('1 × 3-year care plan').waitFor();
    const asked = page.frameLocator('iframe[title="Ask for a quantity, and believe the answer"]');
    await asked.getByRole('button', { name: '2 × parking' }).click();
    await asked.getByText('applied: the placement holds 2').waitFor();
    assert.deepEqual(await close(), []);
  });
});
