import { offersDocument } from './in-page/offers-document.js';
import { page as html } from './serve.mjs';

/** So many are drawn. */
export const OFFERS = 3;

/** Tells in `window.painted` when the first card has been painted, ms from the navigation. */
const WATCH = `<script>
  window.painted = new Promise((resolve) => {
    const look = () => {
      const host = document.querySelector('rokt-upsell-offers, #offers');
      const card = host?.shadowRoot?.querySelector('li');
      if (!card?.offsetHeight) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      requestAnimationFrame(() => port2.postMessage(0));
    };
    requestAnimationFrame(look);
  });
</script>`;

const OURS = `${WATCH}<script type="module" src="/rokt-upsell-offers.js"></script>
<rokt-upsell offers-url="/offers.json"></rokt-upsell>`;

/**
 * Serves `/ours.html` and `/twin.html`, which draw the same offers.
 *
 * @param {Awaited<ReturnType<typeof import('./serve.mjs').servePages>>} pages
 * @param {import('playwright-core').Page} page of the bench: it makes what the twin's script has
 */
export async function serveOffersPages({ serve, serveTwin }, page) {
  serveTwin(await page.evaluate((count) => /** @type {any} */ (window).bench.describe(count), OFFERS));
  serve('/offers.json', { body: JSON.stringify(offersDocument(OFFERS)), type: 'application/json' });
  serve('/ours.html', html(OURS));
  serve('/twin.html', html(`${WATCH}<script type="module" src="/twin.js"></script>`));
}
