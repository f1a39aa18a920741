import type { Browser, Page } from 'playwright-core';
import type { CartItemUpdatedEvent } from '../../../src/index.ts';
import { PATIENCE } from '../../../tools/check/patience.mjs';

const SELECTION = /\/v1\/selections$/;
const CART = /\/store\/carts\/cart_\w+$/;

export type Checkout = Awaited<ReturnType<typeof openCheckout>>;

/** The shop's page as a new shopper has it, driven by what they do. */
export async function openCheckout(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE.fact);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(keepHistory);
  await page.goto(url);
  await page.locator('#lines > li').first().waitFor();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const pressIn = (part: string, name: string) => page.locator(part).getByRole('button', { name }).click();
  return {
    page,
    faults,
    cartId: await page.evaluate(() => localStorage.getItem('cart') ?? ''),
    press,
    pressInCart: (name: string) => pressIn('#lines', name),
    pressInOffers: (name: string) => pressIn('rokt-upsell', name),
    addPlan: () => press(/^Add care plan/),
    addParking: () => press(/^Add parking/),
    oneMoreLaptop: () => pressIn('#lines', 'Add one Aldermoor Slate 14'),
    /** Loads the page again: what the shop's cart or the offers wait for comes once the other is there. */
    async reload(first: 'cart' | 'offers') {
      const letGo = await holdBack(page, first === 'cart' ? SELECTION : CART);
      await page.reload();
      if (first === 'cart') await page.locator('#lines > li').first().waitFor();
      else await page.waitForFunction(() => document.querySelector('rokt-upsell')?.phase === 'ready');
      letGo();
    },
    async goToPayment() {
      await page.fill('[name=email]', 'shopper@example.com');
      await press('Continue to payment');
      await page.locator('[data-at="payment"]').waitFor();
    },
    async placeOrder() {
      await press('Place order');
      await page.locator('[data-at="done"]').waitFor();
    },
    /** What the element holds, by its SKU. */
    held: () => page.evaluate(heldItems),
    /** What it has told that it holds, after each change. */
    history: () => page.evaluate(() => window.upsellHistory ?? []),
    /** What the page says of what has come of it. */
    status: () => page.locator('#status').innerText(),
    close: () => context.close(),
  };
}

/** Holds the answers to what fits `url` until the result is called. */
async function holdBack(page: Page, url: RegExp): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(url, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

declare global {
  interface Window {
    /** What the element has held, after each change, by SKU. */
    upsellHistory?: Record<string, number>[];
  }
}

function keepHistory() {
  const history: Record<string, number>[] = [];
  window.upsellHistory = history;
  window.addEventListener('cart-item-updated', (event) => {
    const { cartItems } = (event as CartItemUpdatedEvent).detail;
    history.push(
      Object.fromEntries(cartItems.map(({ catalogItemId, quantity }) => [catalogItemId, quantity])),
    );
  });
}

function heldItems(): Record<string, number> {
  const items = document.querySelector('rokt-upsell')?.cartItems ?? [];
  return Object.fromEntries(items.map(({ catalogItemId, quantity }) => [catalogItemId, quantity]));
}
