import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { startService as Start } from '../../../../src/service/index.ts';

/**
 * Makes a database of version 1 with the code that wrote it: `node make.ts SOURCE FILE.db.gz`, where SOURCE is a checkout
 * of commit fa6d720. Which decimals its prices have is Intl's matter, so the release of Node that runs it counts:
 * `icu-78.db.gz` is of Node 24.21, `icu-76.db.gz` of Node 22.13 with `--experimental-strip-types`.
 */
const [source = '', target = ''] = process.argv.slice(2);
const { startService } = (await import(pathToFileURL(join(source, 'src/service/index.ts')).href)) as {
  startService: typeof Start;
};

const CURRENCIES = { HUF: 1990, RSD: 1990, IQD: 25_000, JPY: 500, KWD: 1.234, USD: 35.1 };

const db = `${target}.tmp`;
rmSync(db, { force: true });
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const service = await startService({
  db,
  catalogue: {
    // Nobody listens there: the messages stay in the outbox.
    providers: { closed: { url: 'https://127.0.0.1:9/', secret } },
    holdSeconds: 86_400,
    placements: [
      {
        placementId: 'all',
        offers: Object.entries(CURRENCIES).map(([currency, unitPrice]) => ({
          sku: currency.toLowerCase(),
          provider: 'closed',
          stock: 100,
          cartItem: { name: currency, currency, unitPrice },
          minimum: 0,
          maximum: 9,
        })),
      },
    ],
  },
});

const key = { 'rokt-api-key': service.apiKey, 'rokt-tag-id': service.tagId, 'rokt-session-id': 's' };

interface Item {
  cartItemId: string;
  itemReservationId: string;
  success: boolean;
}

async function post<Body>(path: string, body: object, headers: object): Promise<Body> {
  const response = await fetch(`${service.url}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Body;
}

/** One hold of each currency in a cart of its own, by a call with an Idempotency-Key. */
async function reserve(cartId: string): Promise<Item[]> {
  const { placements } = await post<{ placements: { offers: { cartItem: Item }[] }[] }>(
    'selections',
    { accountId: service.accountId, identifier: 'checkout' },
    { origin: 'http://localhost' },
  );
  const offers = placements.flatMap(({ offers }) => offers);
  const items = offers.map(({ cartItem: { cartItemId } }) => ({ cartItemId, quantity: 2 }));
  const { items: held } = await post<{ items: Item[] }>(
    'cart/reserve',
    { cartId, items },
    { ...key, 'idempotency-key': cartId },
  );
  if (held.length === 0 || held.some(({ success }) => !success)) throw new Error(JSON.stringify(held));
  return held.map(({ cartItemId, itemReservationId, success }) => ({
    cartItemId,
    itemReservationId,
    success,
  }));
}

await reserve('held');
const sold = await reserve('confirmed');
await post('cart/confirm', { cartId: 'confirmed', orderId: 'order', items: sold }, key);
await post('cart/release', { cartId: 'released', items: await reserve('released') }, key);
await service.stop();
writeFileSync(target, gzipSync(readFileSync(db), { level: 9 }));
for (const file of [db, `${db}-wal`, `${db}-shm`]) rmSync(file, { force: true });
