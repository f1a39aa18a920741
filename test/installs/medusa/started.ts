import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../drive.ts';
import { openCheckout } from './page.ts';
import { comesTo, laptops, type MedusaShop, openMedusa, plans, prepareMedusa } from './shop.ts';

/** Why the shop cannot run here, in a line; false when it can. */
export const obstacle = await prepareMedusa();

let opened: { readonly shop: MedusaShop; readonly browser: Browser } | undefined;

before(async () => {
  if (obstacle) return;
  const browser = await openBrowser();
  try {
    opened = { browser, shop: await openMedusa() };
  } catch (error) {
    await browser.close();
    throw error;
  }
});
after(async () => {
  await opened?.browser.close();
  await opened?.shop.close();
});

/** The one shop of all tests, and a new shopper in it, who has a laptop. */
export async function visitShop() {
  assert.ok(opened, 'the shop has not started');
  const { shop, browser } = opened;
  const checkout = await openCheckout(browser, shop.url);
  const { cartId } = checkout;
  return {
    shop,
    checkout,
    cartId,
    lines: () => shop.linesOf(cartId),
    /** What has become of what the shopper held. */
    states: async () => (await shop.holdsOf(cartId)).map(({ state }) => state).sort(),
    async end() {
      assert.deepEqual(checkout.faults, []);
      await checkout.close();
    },
  };
}

/** A new shopper who has taken the plan for the laptop. */
export async function visitAndTakePlan() {
  const visit = await visitShop();
  await visit.checkout.addPlan();
  await comesTo(visit.lines, [plans(1), laptops(1)]);
  return visit;
}
