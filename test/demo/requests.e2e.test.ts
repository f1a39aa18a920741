import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCheckout } from '../support/checkout.ts';

describe('the network', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  before(async () => {
    demo = await startCheckout();
  });
  after(() => demo.stop());

  it('sees the file and the launcher script in hosted mode, and nothing else', async () => {
    const page = await demo.browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.route('**/bare.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Checkout</title><link rel="icon" href="data:,">
          <script type="module" src="/script/rokt-upsell.js"></script>
          <rokt-upsell account-id="222" sdk-url="/rokt/launcher.js"
            placement-attributes='{"eventId":"1100526195FA115A"}'></rokt-upsell>`,
      }),
    );
    await page.goto(`${demo.url}bare.html`);
    await page.waitForFunction(() => document.querySelector('rokt-upsell')?.phase === 'ready');
    await page.waitForLoadState('networkidle');
    const pictures = requests.filter((path) => path.startsWith('/assets/images/'));
    assert.deepEqual(
      requests.filter((path) => !pictures.includes(path)),
      ['/bare.html', '/script/rokt-upsell.js', '/rokt/launcher.js'],
    );
    assert.deepEqual(pictures, [], 'the hosted-style script brings its pictures along');
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
