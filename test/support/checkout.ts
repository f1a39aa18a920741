import type { Frame, Page, Request } from 'playwright-core';
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
  /** Where the extras of a story's fresh order are, or such a page as `pages` has. */
  const addressOf = async (path: string) =>
    pages === undefined ? extrasOf(server.url, path) : server.url + path;
  return {
    url: server.url,
    browser,
    addressOf,
    open: async (path: string) => openCheckout(browser, await addressOf(path)),
    async stop() {
      await browser.stop();
      await server.close();
    },
  };
}

/** Opens an order of the story whose cart is at `path`, as its page does, and gives the address of its extras. */
async function extrasOf(url: string, path: string): Promise<string> {
  const { pathname, searchParams } = new URL(path, url);
  const story = pathname === '/' ? 'concert' : pathname.slice(1).replace('.html', '');
  const body = JSON.stringify({ story });
  const response = await fetch(`${url}merchant/orders`, { method: 'POST', body });
  const { orderId } = (await response.json()) as { orderId: string };
  searchParams.set('order', orderId);
  return `${url}extras.html?${searchParams}`;
}

/** Goes on from the extras, and pays with the test card that is accepted; ends at the receipt. */
export async function buy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('button', { name: 'Accepted' }).click();
  await page.getByRole('button', { name: /^Pay / }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

/** The frame of a placement that the stand-in has on a page. */
const FRAME = 'rokt-upsell iframe';

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector(FRAME, { state: 'attached' });
  return (await element.contentFrame())!;
}

/** A page of the demo, and what a test looks at on it. */
export async function openCheckout(browser: Chromium, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requested: Request[] = [];
  const faults: string[] = [];
  page.on('request', (request) => requested.push(request));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const isHosted = /[?&](launcher=(hosted|mparticle)|fault=)/.test(url);
  return {
    page,
    /** Where the offers are drawn: in a frame of the stand-in's, which may not be there yet, or in the page. */
    drawn: isHosted ? page.frameLocator(FRAME) : page,
    /**
     * What the page's scripts have fetched of others than the shop's own back end and goods; for the rest, pictures above all, a browser takes
     * its time.
     */
    fetches: () =>
      requested
        .filter((request) => request.resourceType() === 'fetch')
        .map((request) => request.url())
        .filter((fetched) => !/^\/(merchant|stories)\//.test(new URL(fetched).pathname)),
    faults,
    /** Waits for a phase of the upsell. */
    reach: (phase: string) =>
      page.waitForFunction((wanted) => document.querySelector('rokt-upsell')?.phase === wanted, phase),
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
    offer: async (id: string, text: string) =>
      (isHosted ? await frameOf(page) : page.mainFrame()).waitForFunction(
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

function locate({ page, drawn }: Checkout, { within, name }: Control) {
  const place =
    within === 'offers'
      ? drawn.locator('rokt-upsell-offers')
      : page.locator(`[data-line="${within.slice('line '.length)}"]`);
  // What a button costs may stand after its name.
  const named = new RegExp(`^${name.replaceAll(/[$.]/g, '\\$&')}( \\$[\\d.]+)?$`);
  return place.getByRole('button', { name: named });
}

/** Two ways to press a control: by the mouse, and by Tab and Enter from wherever the focus is. */
export const hands: Record<'mouse' | 'keys', (checkout: Checkout, control: Control) => Promise<void>> = {
  async mouse(checkout, control) {
    const button = locate(checkout, control);
    // Within its frame it rests; the frame itself may move between the look and the press, which then falls beside it.
    for (let presses = 0; presses < 10; presses++) {
      const heard = await button.evaluateHandle((element) => {
        const state = { isPressed: false };
        const note = () => {
          state.isPressed = true;
        };
        element.addEventListener('click', note, { once: true });
        return state;
      });
      await button.click();
      if (await heard.evaluate(({ isPressed }) => isPressed)) return;
    }
    throw new Error(`expected ${control.name} to be pressed, it heard none of 10 presses`);
  },
  async keys(checkout, control) {
    const { page } = checkout;
    const button = locate(checkout, control);
    await button.waitFor();
    for (let steps = 0; steps < 80; steps++) {
      if (await button.evaluate((element) => element.matches(':focus'))) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`expected to come to ${control.name} by Tab, did not within 80 steps`);
  },
};
