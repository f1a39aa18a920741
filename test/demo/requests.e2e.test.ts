import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startCheckout } from '../support/checkout.ts';

describe('the network', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  let pages: string;
  before(async () => {
    pages = await mkdtemp(join(tmpdir(), 'rokt-upsell-pages-'));
    demo = await startCheckout(pages);
  });
  after(async () => {
    await demo.stop();
    await rm(pages, { recursive: true });
  });

  it('sees the file, the launcher script and its frames in hosted mode, and nothing else', async () => {
    const page = await demo.browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    const { port } = new URL(demo.url);
    // Of this machine: of a page that a test has made up, a browser does not let frames of this machine in.
    await writeFile(
      join(pages, 'bare.html'),
      `<!doctype html><title>Checkout</title><link rel="icon" href="data:,">
        <script type="module" src="/script/rokt-upsell.js"></script>
        <rokt-upsell account-id="222" sdk-url="http://localhost:${port}/wsdk/integrations/launcher.js"
          placement-attributes='{"eventId":"1100526195FA115A"}'></rokt-upsell>`,
    );
    await page.goto(`${demo.url}bare.html`);
    await page.waitForFunction(() => document.querySelector('rokt-upsell')?.phase === 'ready');
    await page.waitForLoadState('networkidle');
    const frame = '/wsdk/integrations/frame';
    assert.deepEqual(
      requests.filter((path) => !path.startsWith('/assets/images/')),
      ['/bare.html', '/script/rokt-upsell.js', '/wsdk/integrations/launcher.js'].concat(
        [`${frame}.html`, `${frame}.js`, '/v1/selections'],
        [`${frame}.html`, `${frame}.js`],
      ),
    );
    await page.close();
  });

  it('is asked for no offers by the file that has none, which names the other one', async () => {
    const page = await demo.browser.newPage();
    await page.route('**/bare.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Checkout</title><script type="module" src="/script/rokt-upsell.js"></script>
          <rokt-upsell offers-url="/offers/laptop.json"></rokt-upsell>`,
      }),
    );
    await page.goto(`${demo.url}bare.html`);
    await page.waitForFunction(() => document.querySelector('rokt-upsell')!.phase === 'failed');
    const message = await page.evaluate(() => document.querySelector('rokt-upsell')!.error!.message);
    assert.equal(
      message,
      'offers-missing: offers-url needs rokt-upsell-offers.js in place of rokt-upsell.js',
    );
    await page.close();
  });
});
