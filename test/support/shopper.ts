import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { type DemoOptions, startDemoServer } from '../../demo/server.mjs';
import { type Chromium, startChromium } from './chromium.ts';
import { rowsOf } from './demo-rows.ts';

/** The demo with shoppers in it, for one file of tests. */
export async function startShopper(options: DemoOptions = {}) {
  const server = await startDemoServer({ port: 0, ...options });
  const browser = await startChromium();
  return {
    url: server.url,
    backEnd: server.backEnd,
    /** A shopper at the cart of a story: `''`, `laptop.html?launcher=hosted`. */
    enter: (path: string) => enterShop(browser, server.url + path),
    /** The raw rows of an order, of everybody's account or of its own. */
    rowsOf: (orderId: string, accountId?: string) => rowsOf(server.backEnd, orderId, accountId),
    /** What the shop's back end tells of an order, and of its calls to the upsell service. */
    async told(orderId: string) {
      const ask = async (path: string) =>
        (await fetch(`${server.url}merchant/orders/${path}`)).json() as Promise<unknown>;
      return {
        order: (await ask(orderId)) as { sessionId: string; accountId: string },
        calls: (await ask(`${orderId}/calls`)) as { path: string }[],
      };
    },
    async stop() {
      await browser.stop();
      await server.close();
    },
  };
}

/** The order that a page's address names. */
export function orderOf(page: Page): string {
  return new URL(page.url()).searchParams.get('order') ?? '';
}

/** Someone with a browser of their own, and what they do in a shop. */
async function enterShop(browser: Chromium, url: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(url);
  return { ...handsAt(page, offersOn(page, url)), page, faults, leave: () => leaveWell(page, faults) };
}

/** Where the offers are drawn: in a frame of the stand-in's, or in the page. */
function offersOn(page: Page, url: string): Page | FrameLocator {
  return /launcher=(hosted|mparticle)/.test(url) ? page.frameLocator('rokt-upsell iframe') : page;
}

function handsAt(page: Page, offers: Page | FrameLocator) {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const payWith = async (card: string) => {
    await press(card);
    await page.locator('.primary:not([aria-disabled="true"])').click();
  };
  return {
    press,
    /** From the cart to what comes next. */
    async checkOut() {
      await page.locator('[data-line]').first().waitFor();
      await page.locator('.summary .primary').click();
      await page.waitForURL(/order=/);
    },
    /** Takes one of the offer with this button, and waits for the shop's cart. */
    async add(name: string) {
      const lines = await page.locator('[data-line]').count();
      await offers.getByRole('button', { name }).click();
      await page.locator('[data-line]').nth(lines).waitFor();
    },
    /** Waits until a line of the cart costs this. */
    line: (id: string, total: string) =>
      page.locator(`[data-line="${id}"] .line-total`, { hasText: total }).waitFor(),
    /** From the extras to the payment. */
    async goOn() {
      await page.locator('.summary .primary').click();
      await page.locator('.test-cards button').first().waitFor();
    },
    payWith,
    /** With the card that is accepted, to the receipt. */
    async pay() {
      await page.locator('.test-cards button').first().click();
      await page.locator('.primary:not([aria-disabled="true"])').click();
      await page.locator('.receipt:not([aria-busy])').waitFor();
    },
  };
}

async function leaveWell(page: Page, faults: readonly string[]): Promise<void> {
  assert.deepEqual(faults, []);
  await page.close();
}
