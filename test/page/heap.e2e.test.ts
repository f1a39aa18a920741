import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ScriptServer, startScriptServer } from '../../tools/browsers/script-server.mjs';
import { type Chromium, startChromium } from '../support/chromium.ts';

interface CyclesWindow {
  readonly cycles: {
    run(count: number, attributes: object): Promise<void>;
    connect(count: number): Promise<void>;
  };
}

/**
 * The file, how often it goes through 1,000 cycles, and the element's attributes unless a cart is connected to it. Where little
 * is kept, what the engine learns meanwhile is more than 1 % of it: there it goes through more of them.
 */
const modes = {
  hosted: ['rokt-upsell.js', 5, { 'account-id': '222', 'sdk-url': '/support/page/launcher.js' }],
  offers: ['rokt-upsell-offers.js', 1, { 'offers-url': '/offers/madison-square-garden.json' }],
  connectCart: ['rokt-upsell.js', 10, undefined],
} as const;

describe('1,000 times connected and disconnected', () => {
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

  for (const [mode, [file, thousands, attributes]] of Object.entries(modes)) {
    it(`${mode}: the heap grows by 1 % at most`, async (test) => {
      const page = await browser.newPage();
      const html = `<body><script src="/support/page/cycles.js"></script><script type="module" src="/script/${file}"></script>`;
      await page.goto(`${server.page}/page?spec=${encodeURIComponent(JSON.stringify({ html }))}`);
      const devtools = await page.context().newCDPSession(page);
      const heapAfter = async (cycles: number) => {
        await page.evaluate(
          ([count, given]) => {
            const { cycles } = window as unknown as CyclesWindow;
            return given ? cycles.run(count, given) : cycles.connect(count);
          },
          [cycles, attributes] as const,
        );
        for (let collection = 0; collection < 3; collection++)
          await devtools.send('HeapProfiler.collectGarbage');
        return (await devtools.send('Runtime.getHeapUsage')).usedSize;
      };
      // The engine learns the code for some thousands of cycles, and keeps what it has learnt.
      await heapAfter(3_000);
      const start = await heapAfter(0);
      const end = await heapAfter(1_000 * thousands);
      const growth = (end / start - 1) / thousands;
      test.diagnostic(`${start} → ${end} bytes, ${(growth * 100).toFixed(2)} %`);
      assert.ok(growth <= 0.01, `${start} → ${end} bytes`);
      await page.close();
    });
  }
});
