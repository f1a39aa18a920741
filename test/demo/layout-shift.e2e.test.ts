import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startCheckout } from '../support/checkout.ts';

interface ShiftWindow {
  layoutShift: number;
}

describe('layout shift while offers arrive', () => {
  let demo: Awaited<ReturnType<typeof startCheckout>>;
  before(async () => {
    demo = await startCheckout();
  });
  after(() => demo.stop());

  for (const path of ['', '?launcher=hosted', 'laptop.html', 'laptop.html?launcher=hosted', 'teapot.html']) {
    for (const width of [360, 1280]) {
      it(`is at most 0.01 at ${width} px, /${path}`, async (test) => {
        const page = await demo.browser.newPage({ viewport: { width, height: 900 } });
        await page.addInitScript(() => {
          const shifts = Object.assign(window as unknown as ShiftWindow, { layoutShift: 0 });
          const add = (list: PerformanceObserverEntryList) => {
            for (const entry of list.getEntries()) {
              shifts.layoutShift += (entry as PerformanceEntry & { value: number }).value;
            }
          };
          new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(await demo.addressOf(path));
        await page.waitForFunction(() => document.querySelector('rokt-upsell')?.phase === 'ready');
        // The frames that draw the offers, and report what they moved.
        const shift = await page.evaluate(async () => {
          for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
          return (window as unknown as ShiftWindow).layoutShift;
        });
        test.diagnostic(shift.toFixed(4));
        assert.ok(shift <= 0.01, `it is ${shift}`);
        await page.close();
      });
    }
  }
});
