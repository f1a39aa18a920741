import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { startService as Start } from '../../../../src/service/index.ts';

/**
 * Makes a database in which carts share items, with code that allowed it: `node make.ts SOURCE FILE.db.gz [XDR]`, where SOURCE is
 * a checkout. `version-1.db.gz` is of commit fa6d720, which also sold in XDR, `version-5.db.gz` of commit df60a21.
 */
const [source = '', target = '', currency = 'USD'] = process.argv.slice(2);
const { startService } = (await import(pathToFileURL(join(source, 'src/service/index.ts')).href)) as {
  startService: typeof Start;
};

const db = `${target}.tmp`;
rmSync(db, { force: true });
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const offer = (sku: string, currency: string) => ({
  sku,
  provider: 'closed',
  stock: 100,
  cartItem: { name: sku, currency, unitPrice: 35.1, providerData: '{"lot":"A"}' },
  minimum: 0,
  maximum: 9,
});
const service = await startService({
  db,
  catalogue: {
    // Nobody listens there: the messages stay in the outbox.
    providers: { closed: { url: 'https://127.0.0.1:9/', secret } },
    holdSeconds: 3_600,
    placements: [{ placementId: 'all', offers: [offer('parking', 'USD'), offer('drawn', currency)] }],
  },
});

const key = { 'rokt-api-key': service.apiKey, 'rokt-tag-id': service.tagId, 'rokt-session-id': 's' };

interface Item {
  readonly cartItemId: string;
  readonly catalogItemId: string;
  readonly success: boolean;
}

async function post<Body>(path: string, body: object, headers: object): Promise<Body> {
  const response = await fetch(`${service.url}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Body;
}

/** The id of a fresh impression. */
async function offered(sku: string): Promise<string> {
  const { placements } = await post<{ placements: { offers: { cartItem: Item }[] }[] }>(
    'selections',
    { accountId: service.accountId, identifier: 'checkout' },
    { origin: 'http://localhost' },
  );
  const offers = placements.flatMap(({ offers }) => offers);
  return offers.find(({ cartItem }) => cartItem.catalogItemId === sku)!.cartItem.cartItemId;
}

async function expectSuccess(path: string, body: object): Promise<Item> {
  const { items } = await post<{ items: Item[] }>(path, body, key);
  if (!items[0]?.success) throw new Error(JSON.stringify(items));
  return items[0];
}

const hold = (cartId: string, cartItemId: string, quantity: number) =>
  expectSuccess('cart/reserve', { cartId, items: [{ cartItemId, quantity }] });
const buy = (cartId: string, cartItemId: string, quantity: number) =>
  expectSuccess('cart/confirm', {
    cartId,
    orderId: `order of ${cartId}`,
    items: [{ cartItemId, quantity }],
  });

// Carts are named for what should become of their holds.
const heldThrice = await offered('parking');
await hold('older', heldThrice, 1);
await hold('old', heldThrice, 2);
await hold('newest', heldThrice, 3);
const soldOnce = await offered('parking');
await buy('buyer', soldOnce, 1);
await hold('late', soldOnce, 2);
const soldTwice = await offered('parking');
await buy('first', soldTwice, 1);
await buy('second', soldTwice, 2);
await hold('third', soldTwice, 3);
await hold('single', await offered('parking'), 4);
const drawn = await offered('drawn');
await buy('drawn-sold', drawn, 1);
await hold('drawn-held', await offered('drawn'), 2);

await service.stop();
writeFileSync(target, gzipSync(readFileSync(db), { level: 9 }));
for (const file of [db, `${db}-wal`, `${db}-shm`]) rmSync(file, { force: true });
