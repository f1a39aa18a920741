import assert from 'node:assert/strict';
import type { BrowserContextOptions } from 'playwright-core';
import { openAlone } from '../package/alone.ts';
import { createPartner } from '../service/support/partner.ts';
import { startChromium } from '../support/chromium.ts';

export type Consoles = Awaited<ReturnType<typeof startConsoles>>;

/** The published command with --dev, and a browser to look at its console. */
export async function startConsoles() {
  const alone = openAlone();
  const service = await alone.serve(['--dev', '--dev-token', 'token']);
  const address = await service.says(/console at (\S+)\n/);
  const browser = await startChromium();
  return {
    /** As the command prints it, with the token. */
    address,
    newPage: () => browser.newPage(),
    /** A fresh account and its console, which breaks no rule of the page's policy. */
    async open(options: BrowserContextOptions = {}) {
      const account = await newAccount(service.url);
      const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(address.replace('#', `?account=${account.accountId}#`));
      await page.getByText('live', { exact: true }).waitFor();
      const panel = (name: string) => page.getByRole('region', { name });
      return {
        ...{ account, page, panel, partner: createPartner(service.url, account) },
        async close() {
          assert.deepEqual(faults, []);
          await page.close();
        },
      };
    },
    async stop() {
      await browser.stop();
      await service.stop();
      alone.close();
    },
  };
}

/** Has a partner do all that a panel can show. */
export async function fill(partner: ReturnType<typeof createPartner>): Promise<void> {
  await partner.any({ cartId: 'cart', pageIdentifier: 'home', attributes: { email: 'a@b.example' } });
  await partner.confirm('cart', 'order', [await partner.held('cart', 'parking-a', 2)]);
  await partner.release('cart', [await partner.held('cart', 'ticket-protection')]);
  await partner.held('other', 'ticket-protection');
  await partner.reserve('other', [{ cartItemId: 'unknown', quantity: 1 }]);
}

async function newAccount(url: string) {
  const response = await fetch(`${url}/_dev/accounts`, {
    method: 'POST',
    headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    body: '{}',
  });
  return (await response.json()) as { accountId: string; apiKey: string; tagId: string };
}
