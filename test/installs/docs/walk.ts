import type { Browser, Page } from 'playwright-core';
import { PATIENCE } from '../../../tools/check/patience.mjs';

interface Seen {
  readonly ids: readonly string[];
  /** Each link that the page has, as the browser understands it. */
  readonly links: readonly string[];
}

/**
 * Follows every link from the first page on, in a browser. Resolves with the pages of the site that were come by, and with the
 * links that lead nowhere: to what is not there, or to a place that the page does not have.
 */
export async function walk(browser: Browser, url: string) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE.fact);
  const seen = new Map<string, Seen>();
  const dead: string[] = [];
  const others = new Map<string, boolean>();
  const waiting = [url];
  for (const address of waiting) {
    seen.set(address, await look(page, address));
    for (const link of seen.get(address)?.links ?? []) {
      const target = withoutAnchor(link);
      if (!link.startsWith(url) || waiting.includes(target)) continue;
      if (!others.has(target)) others.set(target, await isPage(target));
      if (others.get(target)) waiting.push(target);
    }
  }
  for (const [address, { links }] of seen) {
    for (const link of links.filter((one) => one.startsWith(url))) {
      const isThere = seen.has(withoutAnchor(link)) || (await fetch(link)).ok;
      if (!isThere || !hasAnchor(link, seen)) dead.push(`${address} → ${link}`);
    }
  }
  await page.close();
  return { pages: [...seen.keys()].map((address) => address.slice(url.length)), dead };
}

async function look(page: Page, address: string): Promise<Seen> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Search' }).waitFor();
  return page.evaluate(() => ({
    ids: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
    links: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href),
  }));
}

/** A page that the generator made; examples and the gallery are shown, and not walked. */
async function isPage(address: string): Promise<boolean> {
  const response = await fetch(address);
  const text = await response.text();
  return response.ok && text.includes('class="VPContent');
}

function hasAnchor(link: string, seen: ReadonlyMap<string, Seen>): boolean {
  const { hash } = new URL(link);
  const ids = seen.get(withoutAnchor(link))?.ids;
  return hash === '' || ids === undefined || ids.includes(decodeURIComponent(hash.slice(1)));
}

function withoutAnchor(link: string): string {
  return link.split('#')[0] ?? '';
}
