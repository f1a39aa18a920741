import type { Page, Request } from 'playwright-core';
import { startDemoServer } from '../../demo/server.mjs';
import { type Chromium, startChromium } from './chromium.ts';

/**
 * The demo in a browser of its own, for one file of tests.
 *
 * @param pages a folder whose pages are served in place of the demo's
 */
export async function startCheckout(pages?: string) {
  const server = await startDemoServer({ port: 0, ...(pages === undefined ? {} : { pages }) });
  const browser = await startChromium();
  return {
    url: server.url,
    browser,
    open: (path: string) => openCheckout(browser, server.url + path),
    async stop() {
      await browser.stop();
      await server.close();
    },
  };
}

/** A page of the demo, and what a test looks at on it. */
export async function openCheckout(browser: Chromium, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requested: Request[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requested.push(request));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return {
    page,
    /** What the page's scripts have fetched; for the rest, pictures above all, a browser takes its time. */
    fetches: () =>
      requested.filter((request) => request.resourceType() === 'fetch').map((request) => request.url()),
    faults,
    /** Waits for a phase of the upsell. */
    reach: (phase: string) =>
      page.waitForFunction((wanted) => document.querySelector('rokt-upsell')!.phase === wanted, phase),
    /** Waits until a cart line reads like that, or is gone. */
    line: (id: string, text: Record<string, string> | null) =>
      page.waitForFunction(
        ([line, parts]) => {
          const row = document.querySelector(`[data-line="${line}"]`);
          if (!parts || !row) return !parts && !row;
          return Object.entries(parts).every(([name, wanted]) =>
            row.querySelector(`.line-${name}`)?.textContent.includes(wanted),
          );
        },
        [id, text] as const,
      ),
    /** Waits until an offer's card reads like that. */
    offer: (id: string, text: string) =>
      page.waitForFunction(
        ([card, wanted]) => {
          const root = document.querySelector('rokt-upsell-offers')?.shadowRoot;
          const drawn = root?.querySelector<HTMLElement>(`[data-catalog-item-id="${card}"]`);
          const value = drawn?.querySelector('input')?.value ?? '';
          // Without what is out of sight.
          return `${drawn?.innerText ?? ''} ${value}`.includes(wanted);
        },
        [id, text] as const,
      ),
    /** The outcomes of the page's own requests, as the page has logged them. */
    outcomes: () => page.locator('[data-log="rows"] li[data-event="updateCartItem"]').allTextContents(),
  };
}

export type Checkout = Awaited<ReturnType<typeof openCheckout>>;

/** A control by its name, in the offers or in a line of the cart. */
export interface Control {
  readonly within: 'offers' | `line ${string}`;
  readonly name: string;
}

function locate(page: Page, { within, name }: Control) {
  const place = within === 'offers' ? 'rokt-upsell-offers' : `[data-line="${within.slice('line '.length)}"]`;
  // What a button costs may stand after its name.
  const named = new RegExp(`^${name.replaceAll(/[$.]/g, '\\$&')}( \\$[\\d.]+)?$`);
  return page.locator(place).getByRole('button', { name: named });
}

/** Two ways to press a control: by the mouse, and by Tab and Enter from wherever the focus is. */
export const hands: Record<'mouse' | 'keys', (checkout: Checkout, control: Control) => Promise<void>> = {
  async mouse({ page }, control) {
    // Where it is once nothing moves it any more, and nothing lies over it.
    await locate(page, control).click();
  },
  async keys({ page }, control) {
    const button = locate(page, control);
    await button.waitFor();
    for (let steps = 0; steps < 80; steps++) {
      if (await button.evaluate((element) => element.matches(':focus'))) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`expected to come to ${control.name} by Tab, did not within 80 steps`);
  },
};
