import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { signWebhook, startService } from '../../src/service/index.ts';
import { checkCatalogue } from '../../src/service/catalogue/check-catalogue.ts';
import { freePort } from '../../tools/setup/free-port.mjs';
import { importSample, writeSamples } from '../recipes/page-samples.ts';
import { catalogueOf } from './support/catalogue.ts';
import { createPartner } from './support/partner.ts';

const page = readFileSync('docs/upsell-service.md', 'utf8');

/** Every `curl` of the page: where it goes, and what it sends. */
const calls = Array.from(page.matchAll(/^curl (http:\S+)((?:.*\\\n)*.*)$/gm), ([, url = '', rest = '']) => ({
  path: new URL(url).pathname,
  headers: Array.from(
    rest.matchAll(/-H '([^:']+): ([^']*)'/g),
    ([, name = '', value = '']) => [name, value] as const,
  ),
  body: /-d '([^']*)'/.exec(rest)?.[1] ?? '',
}));

describe('the calls by hand that the page shows', () => {
  it('lead from a selection to a confirmed item', async (t) => {
    const service = await startService();
    t.after(() => service.stop());
    const known = new Map<string, string>();
    const filled = (text: string) =>
      text.replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (name) => known.get(name) ?? name);
    const answers: string[] = [];
    for (const { path, headers, body } of calls) {
      const response = await fetch(service.url + path, {
        method: 'POST',
        headers: [
          ['Content-Type', 'application/json'],
          ...headers.map(([name, value]) => [name, filled(value)]),
        ] as [string, string][],
        body: filled(body),
      });
      const answer = await response.text();
      assert.equal(response.status, 200, answer);
      known.set('SESSION_ID', response.headers.get('rokt-session-id') ?? '');
      for (const [name, field] of [
        ['CART_ITEM_ID', 'cartItemId'],
        ['ITEM_RESERVATION_ID', 'itemReservationId'],
      ] as const) {
        const value = new RegExp(`"${field}":"([^"]*)"`).exec(answer)?.[1];
        if (value !== undefined) known.set(name, value);
      }
      answers.push(answer);
    }
    assert.equal(answers.length, 3);
    assert.match(answers.at(-1) ?? '', /"itemConfirmationId":"[^"]+".*"success":true/);
  });
});

const { folder } = writeSamples('upsell-service.md');

describe('the sample of a test', () => {
  it('passes', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--test', join(folder, 'checkout.test.js')], {
      encoding: 'utf8',
      // A test that runs in a test would only report to it.
      env: { ...process.env, NODE_TEST_CONTEXT: undefined },
    });
    assert.match(stdout, /^(?:ℹ|#) pass 1$/m);
    assert.equal(status, 0, stdout);
  });
});

type CreateReceiver = (
  inbox: { add(id: string, message: unknown): boolean | Promise<boolean> },
  secret: string,
) => Server;

/** The secret that the page’s command makes. */
function makeSecret(): string {
  const [, code = ''] = /^node -e "([^"]*whsec_[^"]*)"$/m.exec(page) ?? [];
  return execFileSync(process.execPath, ['-e', code], { encoding: 'utf8' }).trim();
}

/** The receiver of the page on a free port, with an inbox that keeps each id once. */
async function openReceiver(secret: string) {
  const { createReceiver } = await importSample<{ createReceiver: CreateReceiver }>(folder, 'receiver.js');
  const kept = new Map<string, unknown>();
  let isBroken = false;
  const add = (id: string, message: unknown) => {
    if (isBroken) throw new Error('the database is away');
    const isNew = !kept.has(id);
    if (isNew) kept.set(id, message);
    return isNew;
  };
  const server = createReceiver({ add }, secret).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const post = async (headers: object, body: string) =>
    (await fetch(url, { method: 'POST', headers: { ...headers }, body })).status;
  const breakDown = (now: boolean) => {
    isBroken = now;
  };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, kept, post, close, breakDown };
}

describe('the sample of a receiver', () => {
  it('is told of a sale by the service, with a secret made as the page says', async (t) => {
    const secret = makeSecret();
    const receiver = await openReceiver(secret);
    const providers = { garage: { url: receiver.url, secret } };
    const catalogue = catalogueOf({ parking: { provider: 'garage' } }, providers);
    assert.deepEqual(checkCatalogue(catalogue), []);
    const service = await startService({ webhookAllow: [new URL(receiver.url).origin], catalogue });
    t.after(async () => {
      await service.stop();
      receiver.close();
    });
    const partner = createPartner(service.url, service);
    await partner.confirm('cart', 'order', [await partner.held('cart', 'parking')]);
    await service.clock.advance(0);
    const [message] = [...receiver.kept.values()] as { type: string; data: { catalogItemId: string } }[];
    assert.deepEqual([receiver.kept.size, message?.type], [1, 'item.confirmed']);
    assert.equal(message?.data.catalogItemId, 'parking');
  });

  it('runs by itself, and prints the sale', async (t) => {
    const secret = makeSecret();
    const port = await freePort();
    const env = { ...process.env, UPSELL_SECRET: secret, PORT: String(port) };
    const child = spawn(process.execPath, [join(folder, 'receive.js')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => child.kill());
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    assert.equal((await lines.next()).value, 'waiting for sales');
    const body = JSON.stringify({
      type: 'item.confirmed',
      data: { quantity: 1, catalogItemId: 'parking-a' },
    });
    const headers = { ...signWebhook('msg_1', body, secret, Date.now()) };
    const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    assert.deepEqual([status, (await lines.next()).value], [201, 'item.confirmed 1 parking-a']);
  });

  it('keeps a message once, believes no other, and has it sent again when it could not keep it', async (t) => {
    const secret = makeSecret();
    const receiver = await openReceiver(secret);
    t.after(receiver.close);
    const body = '{"type":"item.confirmed",  "data":{"name":"Zürich"}}';
    const headers = signWebhook('msg_1', body, secret, Date.now());
    receiver.breakDown(true);
    t.mock.method(console, 'error', () => undefined);
    assert.equal(await receiver.post(headers, body), 500);
    receiver.breakDown(false);
    assert.deepEqual([await receiver.post(headers, body), await receiver.post(headers, body)], [201, 200]);
    assert.equal(await receiver.post(headers, `${body} `), 401);
    assert.equal(await receiver.post({}, body), 401);
    assert.deepEqual([...receiver.kept], [['msg_1', JSON.parse(body)]]);
  });
});
