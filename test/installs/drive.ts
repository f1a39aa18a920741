import assert from 'node:assert/strict';
import { chromium, type Browser, type Page } from 'playwright-core';

/** A browser for pages that were just built. */
export async function openBrowser() {
  const executablePath = process.env['ROKT_UPSELL_CHROMIUM'] ?? '';
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** Opens a page, and takes one parking: the tag is defined, and its offer can be had. Returns the page and its complaints. */
export async function takeParking(browser: Browser, url: string) {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (['error', 'warning'].includes(message.type()) && !isIcon) faults.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('button', { name: /^Add Parking\b/ }).click();
  await holds(page, 1);
  return { page, faults };
}

/** Nothing is said of a failure as long as no script has run: what is sent is on the screen by then. */
export async function saysNothingYet(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url);
  assert.deepEqual(
    await page.getByText('Extras cannot be shown').filter({ visible: true }).allTextContents(),
    [],
  );
  await page.close();
}

/** The cart shows what was taken; what the shopper takes out of it, the placement holds no more. */
export async function removeParking(page: Page): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: '1 × Parking' });
  await line.getByRole('button', { name: 'Remove Parking' }).click();
  await holds(page, 0);
  await line.waitFor({ state: 'detached' });
  assert.ok(await page.getByText('2 × Ticket').isVisible());
}

async function holds(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (expected) => document.querySelector('rokt-upsell')?.cartItems.length === expected,
    count,
  );
}
