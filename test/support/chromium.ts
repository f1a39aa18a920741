import { chromium, type BrowserContextOptions } from 'playwright-core';
import { PATIENCE } from '../../tools/check/patience.mjs';

/** Chromium, for one file of tests; its pages have the patience that a loaded machine needs. */
export async function startChromium() {
  const browser = await chromium.launch({
    executablePath: process.env['ROKT_UPSELL_CHROMIUM'] ?? '',
    args: ['--no-sandbox'],
    timeout: PATIENCE.start,
  });
  return {
    /** A page without cookies or storage of any other. */
    async newPage(options: BrowserContextOptions = {}) {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(PATIENCE.fact);
      return page;
    },
    stop: () => browser.close(),
  };
}

export type Chromium = Awaited<ReturnType<typeof startChromium>>;
