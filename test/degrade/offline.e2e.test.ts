import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ScriptServer, startScriptServer } from '../../tools/browsers/script-server.mjs';
import { type Chromium, startChromium } from '../support/chromium.ts';

describe('a shopper who is offline', () => {
  let server: ScriptServer;
  let browser: Chromium;
  before(async () => {
    server = await startScriptServer();
    browser = await startChromium();
  });
  after(async () => {
    await browser.stop();
    await server.stop();
  });

  for (const [file, source, code] of [
    ['rokt-upsell.js', 'account-id="222" sdk-url="/support/page/launcher.js"', 'script-blocked'],
    ['rokt-upsell-offers.js', 'offers-url="/offers/madison-square-garden.json"', 'offers-unavailable'],
  ] as const) {
    it(`${file} ends in failed as ${code}, and is ready by select() once the shopper is back`, async () => {
      const page = await browser.newPage();
      const html = `<script type="module" src="/script/${file}"></script>
        <rokt-upsell loading="manual" ${source}></rokt-upsell>`;
      await page.goto(`${server.page}/page?spec=${encodeURIComponent(JSON.stringify({ html }))}`);
      const select = () =>
        page.evaluate(async () => {
          const upsell = document.querySelector('rokt-upsell')!;
          return [await upsell.select(), upsell.error?.code];
        });
      await page.context().setOffline(true);
      assert.deepEqual(await select(), ['failed', code]);
      await page.context().setOffline(false);
      assert.deepEqual(await select(), ['ready', undefined]);
      await page.close();
    });
  }
});
