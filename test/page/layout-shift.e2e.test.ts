import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { project } from '../package/packed.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';

const dist = (file: string) => readFileSync(join(project, 'dist', 'script', file));
const published = readFileSync(join(project, 'docs', 'loading-slot.md'), 'utf8');
const [, style = ''] = /```css\n([\s\S]*?)```/.exec(published) ?? [];
const [, markup = ''] = /(<div slot="loading"[\s\S]*?<\/div>)/.exec(published) ?? [];

const offer = (catalogItemId: string, name: string, more: object = {}) => ({
  minimum: 0,
  maximum: 4,
  seller: 'Sold by Ninth & Park Garages',
  taxNote: 'incl. tax',
  terms: { url: '/terms' },
  ...more,
  cartItem: { catalogItemId, name, description: 'Two blocks away.', currency: 'USD', unitPrice: 35 },
});
const three = [offer('a', 'Garage parking'), offer('b', 'Ticket protection'), offer('c', 'Shuttle')];

/** A checkout whose offers come late: the product, the upsell, and a form below it. */
function page(lang: string): string {
  const words = lang === 'de' ? '<script type="module" src="/messages-de.js"></script>' : '';
  return `<!doctype html><html lang="${lang}"><meta name="viewport" content="width=device-width">
    <style>${style} body { margin: 16px; max-width: 720px; font-family: sans-serif }
      .product { block-size: 380px } .form { block-size: 900px; background: #eee }</style>
    <script type="module" src="/rokt-upsell-offers.js"></script>${words}
    <div class="product">Midwinter Gala</div>
    <rokt-upsell offers-url="/late.json" timeout="60000">${markup}</rokt-upsell>
    <div class="form">Contact</div>`;
}

describe('layout shift under the published style sheet, offers arriving late', () => {
  let server: Server;
  let browser: Chromium;
  let origin: string;
  let html = '';
  let answer: () => [number, string] = () => [200, '{}'];
  let arrive: () => void = () => undefined;

  before(async () => {
    server = createServer((request, response) => {
      const { url = '' } = request;
      if (url.endsWith('.js'))
        return response.setHeader('Content-Type', 'text/javascript').end(dist(url.slice(1)));
      if (url !== '/late.json') return response.setHeader('Content-Type', 'text/html').end(html);
      const [status, body] = answer();
      arrive = () => response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      return undefined;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startChromium();
  });
  after(async () => {
    await browser.stop();
    server.close();
  });

  /** All that has moved from the first paint until a moment after the phase. */
  const measure = async (phase: string, width: number, lang: string): Promise<number> => {
    html = page(lang);
    const tab = await browser.newPage({ viewport: { width, height: width < 500 ? 740 : 900 } });
    await tab.addInitScript(() => {
      const moved = Object.assign(window as unknown as { shift: number }, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          moved.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const asked = tab.waitForRequest('**/late.json');
    await tab.goto(origin);
    await asked;
    const frames = () =>
      tab.evaluate(async () => {
        for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
        return (window as unknown as { shift: number }).shift;
      });
    await frames();
    arrive();
    await tab.waitForFunction((wanted) => document.querySelector('rokt-upsell')!.phase === wanted, phase);
    const shift = await frames();
    await tab.close();
    return shift;
  };
  const offers = (list: readonly object[]) => (): [number, string] => [
    200,
    JSON.stringify({ placements: [{ offers: list }] }),
  ];

  for (const width of [360, 1280]) {
    for (const lang of ['en', 'de']) {
      it(`is at most 0.01 for three offers, ${width} px, ${lang}`, async (test) => {
        answer = offers(three);
        const shift = await measure('ready', width, lang);
        test.diagnostic(shift.toFixed(4));
        assert.ok(shift <= 0.01, `it is ${shift}`);
      });
      it(`is none where there is no offer, in view, ${width} px, ${lang}`, async () => {
        answer = offers([]);
        assert.equal(await measure('empty', width, lang), 0);
      });
      it(`is none where they cannot be had, in view, ${width} px, ${lang}`, async () => {
        answer = () => [404, ''];
        assert.equal(await measure('failed', width, lang), 0);
      });
    }
  }
});
