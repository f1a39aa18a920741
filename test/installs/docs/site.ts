import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { addressOf, home, sources } from '../../../site/navigation.mjs';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import { built } from '../../../tools/docs/build-site.mjs';
import { ownNode, root } from '../../../tools/setup/project.mjs';
import { run } from '../../../tools/setup/run.mjs';
import { serveFolder } from '../../../tools/browsers/serve-folder.mjs';
import { openBrowser } from '../drive.ts';
import { axe } from './violations.ts';
import { walk } from './walk.ts';

export type Site = Awaited<ReturnType<typeof openSite>>;

/** The site as `npm run docs` builds it, served, with a browser to look at it. */
export async function openSite() {
  const limit = PATIENCE.install;
  const { code, output } = await run(ownNode, ['tools/docs.mjs', '--build'], { limit });
  assert.equal(code, 0, output);
  const served = await serveFolder(built, { missing: '404.html' });
  const browser = await openBrowser();
  const pages = sources.filter((source) => source !== home).map((source) => `${addressOf(source)}.html`);
  return {
    project: root,
    /** Every page, relative to the site's own address. */
    addresses: ['', ...pages],
    visitor: (options: BrowserContextOptions) => visit(browser, served.url, options),
    walk: () => walk(browser, served.url),
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** Somebody who opens pages; `close` tells what was wrong with them: errors of the console, and requests to anywhere else. */
async function visit(browser: Browser, url: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE.fact);
  await context.addInitScript({ content: axe });
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      faults.push(`${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(url) || /^(data|blob):/.test(request.url());
    if (!isOwn) faults.push(`asked for ${request.url()}`);
  });
  return {
    async open(address: string): Promise<Page> {
      const page = await context.newPage();
      await page.goto(new URL(address, url).href);
      await page.getByRole('button', { name: 'Search' }).waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const frame of page.frames().slice(1)) await settled(frame);
      return page;
    },
    async close(): Promise<readonly string[]> {
      await context.close();
      return faults;
    },
  };
}

/** The elements of a live example have come to their phase; those of the gallery to their states. */
async function settled(frame: Frame) {
  await frame.waitForFunction(() => {
    const main = document.querySelector('main');
    const upsells = [...document.querySelectorAll('rokt-upsell')];
    if (main?.hasAttribute('aria-busy')) return main.ariaBusy === 'false';
    return upsells.length > 0 && upsells.every(({ phase }) => phase === 'ready' || phase === 'failed');
  });
}
