import type { TestContext } from 'node:test';
import { type DevAccount, startService } from '../../../src/service/index.ts';
import { openShop, ORIGIN, partnerHeaders, type ShopOptions } from '../../service/http/shop.ts';
import { inBytes, talk } from '../../service/support/talk.ts';
import { description, type Judge } from './judge.ts';

type Test = Pick<TestContext, 'after'>;

/** A request: what is not said is sound. */
interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const isOfPages = (path: string) => path === '/v1/selections';

/** Who asks. */
const headersOf = (path: string): Record<string, string> =>
  isOfPages(path) ? { origin: ORIGIN } : partnerHeaders;

/** Bodies that a call takes. */
const BODIES: Readonly<Record<string, object>> = {
  '/v1/placements/any': { cartId: '1' },
  '/v1/cart/reserve': { cartId: '1', items: [{ cartItemId: 'none', quantity: 1 }] },
  '/v1/cart/confirm': { cartId: '1', orderId: '1', items: [] },
  '/v1/cart/release': { cartId: '1', items: [{ cartItemId: 'none', itemReservationId: 'none' }] },
  '/v1/confirmation/cancel': { itemReservationId: 'none' },
  '/v1/selections': { accountId: '222', attributes: {} },
};

/** Statuses that nothing but a fault brings about, as far as a test can wait. */
const BY_FAULT = [404, 409, 500, 503, 504];

/** What brings each status about that a request alone can bring about. */
const BY_REQUEST: readonly ((path: string) => Asked)[] = [
  () => ({ body: '{' }),
  () => ({ headers: { 'rokt-api-key': 'wrong' } }),
  (path) =>
    isOfPages(path)
      ? { headers: { origin: 'https://foreign.example' } }
      : { headers: { 'rokt-tag-id': 'foreign' } },
  () => ({ method: 'GET' }),
  () => ({ body: `"${'x'.repeat(66_560)}"` }),
  () => ({ headers: { 'content-type': 'text/plain' } }),
];

/** Has each call of the description answer with each status that it can, all of them seen by `judge`. */
export async function bringAbout(t: Test, judge: Judge): Promise<void> {
  const paths = Object.keys(description.paths);
  const shop = await openShop(t);
  for (const path of paths) {
    for (const asked of BY_REQUEST) await ask(shop.url, path, asked(path));
    await ask(shop.url, path, { headers: { 'idempotency-key': path } });
    const other = { ...BODIES[path], attributes: { other: 'body' }, cartId: '2' };
    await ask(shop.url, path, { headers: { 'idempotency-key': path }, body: JSON.stringify(other) });
  }
  for (const path of paths) await exhaust(t, path);
  await faulty(t, paths, judge);
  for (const path of paths) await unread(t, path, judge);
}

async function ask(url: string, path: string, { method = 'POST', body, headers }: Asked): Promise<void> {
  const sent = method === 'GET' ? {} : { body: body ?? JSON.stringify(BODIES[path]) };
  const all = { 'content-type': 'application/json', ...headersOf(path), ...headers };
  const response = await fetch(url + path, { method, headers: all, ...sent });
  await response.text();
}

/** More calls than the limits let pass. */
async function exhaust(t: Test, path: string): Promise<void> {
  const limits: ShopOptions = { rateLimits: { address: 9, account: 1, selections: 1 } };
  const { url } = await openShop(t, limits);
  for (let n = 0; n < 2; n++) await ask(url, path, {});
}

/** Each status by a fault of a service for development. */
async function faulty(t: Test, paths: readonly string[], judge: Judge): Promise<void> {
  const service = await startService();
  t.after(() => service.stop());
  const url = `${judge.url}/${new URL(service.url).port}`;
  for (const status of BY_FAULT) {
    const takeAway = (service satisfies DevAccount).faults.add({ status });
    for (const path of paths) {
      if (String(status) in (description.paths[path]?.post.responses ?? {})) await ask(url, path, {});
    }
    takeAway();
  }
}

/** What the service hangs up on: a body that does not come, and headers without end. */
async function unread(t: Test, path: string, judge: Judge): Promise<void> {
  const { url } = await openShop(t, { arrivalLimit: 40 });
  const start = `POST ${path}`;
  const heads = ['Host: a', 'Content-Type: application/json'];
  for (const [name, value] of Object.entries(headersOf(path))) heads.push(`${name}: ${value}`);
  const json = { 'content-type': 'application/json; charset=utf-8' };
  for (const bytes of [
    `${inBytes(start, [...heads, 'Content-Length: 99'])}{`,
    inBytes(start, [...heads, `x: ${'x'.repeat(20_000)}`]),
  ]) {
    const { status, text } = await talk(url, bytes);
    await judge.see({ path, status, headers: json, text });
  }
}
