import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { project } from './packed.ts';
import { type Chromium, startChromium } from '../support/chromium.ts';

const script = readFileSync(join(project, 'dist', 'script', 'rokt-upsell-offers.js'));
const policies: Readonly<Record<string, string>> = {
  '/allowed': 'trusted-types rokt-upsell lit-html',
  '/refused': 'trusted-types lit-html',
};

describe('rokt-upsell-offers.js under Trusted Types', () => {
  let server: Server;
  let browser: Chromium;
  let origin: string;

  before(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname.endsWith('.js')) return response.setHeader('Content-Type', 'text/javascript').end(script);
      const policy = `require-trusted-types-for 'script'; ${policies[pathname] ?? ''}`;
      response.setHeader('Content-Security-Policy', policy).setHeader('Content-Type', 'text/html');
      return response.end('<!doctype html><title>Checkout</title>');
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

  for (const path of Object.keys(policies)) {
    it(`can be imported twice beside a page's own Lit (${path})`, async () => {
      const page = await browser.newPage();
      await page.goto(origin + path);
      const defined = await page.evaluate(async () => {
        // What the page's own Lit does when it is loaded.
        (
          globalThis as unknown as { trustedTypes: { createPolicy: (name: string) => void } }
        ).trustedTypes.createPolicy('lit-html');
        for (const url of ['/a.js', '/b.js']) await import(url);
        return customElements.get('rokt-upsell') !== undefined;
      });
      assert.equal(defined, true);
      await page.close();
    });
  }
});
