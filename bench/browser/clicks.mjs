import { openBench, withBrowser } from './open.mjs';
import { OFFERS, serveOffersPages } from './offers-pages.mjs';

/**
 * How long the browser takes for a click on Add, at a quarter of the machine's speed, and what blocks it for over 50 ms at its own.
 *
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureClicks() {
  return withBrowser(async (opened) => {
    const page = await openBench(opened);
    await serveOffersPages(opened.pages, page);
    await page.close();
    const slow = await clickAll(opened, 4);
    const fast = await clickAll(opened, 1);
    return {
      figures: [
        {
          name: 'longest of three, processor slowed to a quarter',
          reached: slow.longest,
          unit: 'ms',
          goal: { most: 100 },
        },
        { name: 'tasks over 50 ms at full speed', reached: fast.blocking, unit: 'count', goal: { most: 0 } },
      ],
    };
  });
}

/** @param {import('./open.mjs').Opened} opened @param {number} slowdown */
async function clickAll({ browser, pages }, slowdown) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(`${pages.origin}/ours.html`);
  await page.evaluate(() => /** @type {any} */ (window).painted);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(watchEvents);
  const cards = page.locator('rokt-upsell-offers li');
  for (let n = 0; n < OFFERS; n++) await cards.nth(n).locator('[part~=accept]').click();
  const seen = await page.evaluate(() => /** @type {any} */ (window).seen());
  await page.close();
  return seen;
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
