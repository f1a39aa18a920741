import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { json, openServer, refuse, type Step } from '../client/open-server.ts';
import { confirmed, heldItem } from '../client/set-up.ts';

interface Sample {
  checkOut(
    cart: object,
    selected: object,
    pay: (cents: number) => unknown,
  ): Promise<{ bought: unknown[]; refused: unknown[] }>;
  isUpsellTrouble(error: unknown): boolean;
}

const project = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-sample-'));
const servers: { close(): void }[] = [];
after(() => {
  rmSync(folder, { recursive: true });
  servers.forEach((server) => server.close());
});

/** The sample of docs/transaction-client.md, against a server that answers by `steps`. */
async function open(...steps: [Step, ...Step[]]) {
  const server = await openServer(...steps);
  servers.push(server);
  Object.assign(process.env, { ROKT_API_KEY: 'k', ROKT_TAG_ID: 't', ROKT_BASE_URL: server.baseUrl });
  const page = readFileSync(join(project, 'docs/transaction-client.md'), 'utf8');
  const [, code = ''] = /```js\n([^]*?)```/.exec(page) ?? [];
  const client = pathToFileURL(join(project, 'src/client/index.ts')).href;
  const file = join(folder, `sample-${servers.length}.mjs`);
  writeFileSync(file, code.replace("'rokt-upsell/client'", `'${client}'`));
  return { ...((await import(pathToFileURL(file).href)) as Sample), received: server.received };
}

const cart = { id: '1580265846172', orderId: 'A-1', cents: 10_000 };
const selected = {
  sessionId: 's',
  items: [
    { cartItemId: 'a', quantity: 1 },
    { cartItemId: 'b', quantity: 1 },
  ],
};
const refusedItem = {
  cartItemId: 'b',
  quantity: 1,
  success: false,
  error: { code: 'out-of-stock', message: '', value: {} },
};
const reserved = json({ cartId: cart.id, items: [heldItem, refusedItem] });

describe('the sample of docs/transaction-client.md', () => {
  it('charges what is held, and confirms it', async () => {
    const { checkOut, received } = await open(reserved, json(confirmed));
    const charged: number[] = [];
    const { bought, refused } = await checkOut(cart, selected, (cents) => charged.push(cents));
    assert.deepEqual([charged, bought, refused], [[13_510], confirmed.items, [refusedItem]]);
    assert.deepEqual(
      received.map(({ path }) => path),
      ['/v1/cart/reserve', '/v1/cart/confirm'],
    );
    assert.deepEqual((JSON.parse(received[1]!.body) as { items: unknown }).items, [heldItem]);
  });

  it('releases what is held when the payment fails', async () => {
    const released = { ...heldItem, success: true };
    const { checkOut, received } = await open(reserved, json({ cartId: cart.id, items: [released] }));
    const declined = () => Promise.reject(new Error('declined'));
    await assert.rejects(checkOut(cart, selected, declined), /declined/);
    assert.equal(received[1]?.path, '/v1/cart/release');
  });

  it('knows the trouble of an upsell from any other', async () => {
    const { checkOut, isUpsellTrouble } = await open(refuse(401, 'unauthorized'));
    const error: unknown = await checkOut(cart, selected, () => undefined).catch((reason: unknown) => reason);
    assert.deepEqual([isUpsellTrouble(error), isUpsellTrouble(new Error('other'))], [true, false]);
  });
});
