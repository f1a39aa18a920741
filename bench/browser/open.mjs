import { chromium } from 'playwright-core';
import { findEngines } from '../../tools/setup/engines.mjs';
import { Trouble } from '../../tools/setup/trouble.mjs';
import { servePages } from './serve.mjs';

/** @typedef {{ browser: import('playwright-core').Browser, pages: Awaited<ReturnType<typeof servePages>> }} Opened */

/**
 * Measures in Chromium, with the pages of the bench served.
 *
 * @template Measured
 * @param {(opened: Opened) => Promise<Measured>} measure
 */
export async function withBrowser(measure) {
  const executablePath = findEngines().chromium;
  if (executablePath === undefined) throw new Trouble('It needs Chrome, Chromium or Edge.');
  const pages = await servePages();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    return await measure({ browser, pages });
  } finally {
    await browser.close();
    await pages.stop();
  }
}

/** An empty page that has `window.bench`, of `in-page/`. @param {Opened} opened */
export async function openBench({ browser, pages }) {
  const page = await browser.newPage();
  await page.goto(`${pages.origin}/blank.html`);
  return page;
}

/**
 * What a fresh page tells once it has come to it, ms from the navigation.
 *
 * @param {Opened} opened
 * @param {string} path
 * @param {'painted' | 'loaded'} what a promise of the page
 */
export async function tell({ browser, pages }, path, what) {
  const page = await browser.newPage();
  await page.goto(`${pages.origin}${path}`);
  const took = await page.evaluate((name) => /** @type {any} */ (window)[name], what);
  await page.close();
  return took;
}
