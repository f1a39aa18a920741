import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemoServer } from '../../demo/server.mjs';
import { scenes } from '../../demo/gallery/scenes.js';
import { type Chromium, startChromium } from '../support/chromium.ts';

describe('the gallery', () => {
  let browser: Chromium;
  let server: Awaited<ReturnType<typeof startDemoServer>>;
  before(async () => {
    server = await startDemoServer({ port: 0 });
    browser = await startChromium();
  });
  after(async () => {
    await browser.stop();
    await server.close();
  });

  const open = async (query: string) => {
    const page = await browser.newPage();
    const faults: string[] = [];
    const warnings: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto(`${server.url}gallery.html?${query}`);
    await page.waitForFunction(() => document.querySelector('main')!.ariaBusy === 'false');
    const visible = await page.locator('main > section:visible').evaluateAll((sections) => {
      return sections.map((section) => (section as HTMLElement).dataset['scene']);
    });
    assert.deepEqual(faults, []);
    return { page, visible, warnings };
  };

  it('shows every state on one page', async () => {
    const { visible, page } = await open('');
    assert.deepEqual(
      visible,
      scenes.map(({ name }) => name),
    );
    await page.close();
  });

  for (const [theme, lang, words] of [
    ['green', 'de', 'Nein, danke'],
    ['night', 'ar', 'لا، شكرًا'],
    ['paper', 'ja', '追加しない'],
    ['default', 'fr', 'Non, merci'],
    ['default', 'es', 'No, gracias'],
  ] as const)
    it(`shows one state in ${lang} and the theme ${theme}, by its address`, async () => {
      const { visible, page } = await open(`state=available&theme=${theme}&lang=${lang}&scheme=dark`);
      assert.deepEqual(visible, ['available']);
      await page.getByRole('button', { name: words }).first().waitFor();
      const radius = await page
        .locator('#scene-available [part~="card"]')
        .evaluate((card) => getComputedStyle(card).borderRadius);
      assert.equal(radius, { green: '4px', night: '20px', paper: '0px', default: '12px' }[theme]);
      await page.close();
    });

  it('shows a price that has changed since the item was added, to be accepted or removed', async () => {
    const { page } = await open('state=repriced&lang=en');
    await page.getByText('Price is now $38.00 (was $35.00)').waitFor();
    for (const name of ['Accept Garage parking', 'Remove Garage parking'])
      await page.getByRole('button', { name }).waitFor();
    await page.close();
  });

  for (const theme of ['default', 'green', 'night', 'paper'])
    it(`has no contrast that is too low in the theme ${theme}, and says so once there is one`, async () => {
      const { page, warnings } = await open(`theme=${theme}`);
      const told = page.waitForEvent('console', (message) => message.text().includes('too little contrast'));
      await page.evaluate(() =>
        document.documentElement.style.setProperty('--rokt-upsell-focus', 'transparent'),
      );
      const text = (await told).text();
      assert.match(
        text,
        /^--rokt-upsell-focus \((#\w+)\) on --rokt-upsell-surface \(\1\): 1:1, at least 3:1 is needed$/m,
      );
      assert.deepEqual(warnings, [text]);
      await page.close();
    });
});
