import { interleaved, row } from './figures.mjs';
import { page as html } from './serve.mjs';

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
 * From the navigation to the first offers that are painted, each time with nothing in a cache.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {Awaited<ReturnType<typeof import('./serve.mjs').servePages>>} pages
 * @param {number} rounds
 */
export async function measureLoading(browser, { origin, serve }, rounds) {
  serve('/ours.html', html(OURS));
  serve('/twin.html', html(`${WATCH}<script type="module" src="/twin.js"></script>`));
  const paint = async (/** @type {string} */ path) => {
    const page = await browser.newPage();
    await page.goto(`${origin}${path}`);
    const took = await page.evaluate(() => /** @type {any} */ (window).painted);
    await page.close();
    return took;
  };
  const took = await interleaved(['ours', 'twin', 'again'], rounds, (side) =>
    paint(side === 'ours' ? '/ours.html' : '/twin.html'),
  );
  return row('navigation → first offers painted, cold', took, 1.1);
}

/**
 * How long the browser takes for a click on Add, at a quarter of the machine's speed, and what blocks it for over 50 ms at its own.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin
 */
export async function measureClicks(browser, origin) {
  const click = async (/** @type {number} */ slowdown) => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await page.goto(`${origin}/ours.html`);
    await page.evaluate(() => /** @type {any} */ (window).painted);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(watchEvents);
    // Who is added has no such button any more.
    const buttons = page.locator('[part~=accept]');
    for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
    const seen = await page.evaluate(() => /** @type {any} */ (window).seen());
    await page.close();
    return seen;
  };
  return { slow: (await click(4)).longest, blocking: (await click(1)).blocking };
}

/** In the page: notes how long events take, and which tasks are long. */
function watchEvents() {
  const seen = { longest: 0, blocking: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  new PerformanceObserver((list) => {
    seen.blocking += list.getEntries().length;
  }).observe({ type: 'longtask' });
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
  Object.assign(window, { seen: async () => painted().then(() => seen) });
}
