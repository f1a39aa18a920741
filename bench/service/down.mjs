import { join } from 'node:path';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { quantile, ratio } from '../statistics.mjs';
import { startProvider } from './provider.mjs';
import { inRounds } from '../rounds.mjs';
import { productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from '../temporary-folder.mjs';

const AT_ONCE = 8;

/**
 * A service with two providers, the second of which may be down.
 *
 * @param {string} db
 * @param {number} leftBehind as many messages wait for the one that is down; none, and it is not down
 */
async function openShop(db, leftBehind) {
  const [up, other] = [await startProvider(), await startProvider()];
  const catalogue = productsOf(['up', 'other'], {
    providerOf: (sku) => sku,
    providers: { up: up.target, other: other.target },
  });
  const server = await start('service', { db, catalogue, webhookAllow: [up.origin, other.origin] });
  if (leftBehind > 0) {
    other.be('breaks');
    await server.ask('tell', { count: leftBehind, provider: 'other' });
  }
  return { up, other, server, client: await Client.open(server.url, AT_ONCE) };
}

/** Checkouts of what the two providers sell by turns. @param {Awaited<ReturnType<typeof openShop>>} shop @param {number} checkouts */
async function measure({ server, client, up }, checkouts) {
  const ids = await server.ask('offer', { count: checkouts, skus: ['up', 'other'] });
  const reserves = ids.map((/** @type {string} */ id) => requests.reserve([id]));
  const held = await client.sendAll(reserves);
  const confirms = held.map(toBody).map(requests.confirm);
  const ofUp = confirms.filter((_, n) => n % 2 === 0).map(({ body }) => body.orderId);
  /** @type {Map<string, number>} */
  const answered = new Map();
  const came = up.takes(ofUp.length);
  const confirmed = await client.sendAll(confirms, ({ body }) => {
    answered.set(/** @type {{ orderId: string }} */ (body).orderId, performance.now());
  });
  confirmed.forEach(toBody);
  await came;
  const took = confirmed.map(({ ms }, n) => ms + (held[n]?.ms ?? 0));
  const delays = ofUp.map((id) => Math.max(0, (up.arrivals.get(id) ?? NaN) - (answered.get(id) ?? NaN)));
  return {
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    delay: quantile(delays, 0.5),
    delay99: quantile(delays, 0.99),
  };
}

/**
 * What a checkout takes, and how late another provider hears of it, while one is down with an hour of messages waiting for it.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureDown(scale) {
  const folder = temporaryFolder();
  const shops = {
    bothUp: await openShop(join(folder, 'up.db'), 0),
    again: await openShop(join(folder, 'again.db'), 0),
    oneDown: await openShop(join(folder, 'down.db'), scale.leftBehind),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, scale, (name) => measure(shops[name], scale.checkouts));
  for (const { server, client, up, other } of Object.values(shops)) {
    client.close();
    await server.stop();
    await Promise.all([up.stop(), other.stop()]);
  }
  const figure = (/** @type {string} */ name, /** @type {string} */ measured) => {
    const of = (/** @type {keyof typeof shops} */ shop) => figures[shop][measured] ?? [];
    const ms = (/** @type {keyof typeof shops} */ shop) => quantile(of(shop), 0.5).toFixed(1);
    return {
      name,
      reached: ratio(of('oneDown'), of('bothUp')),
      unit: /** @type {const} */ ('×'),
      goal: { most: 1.2 },
      control: ratio(of('again'), of('bothUp')),
      details: { 'both up, ms': ms('bothUp'), 'one down, ms': ms('oneDown') },
    };
  };
  return {
    rounds: scale.rounds,
    figures: [
      figure('p50 of a checkout (reserve and confirm), 8 at once', 'p50'),
      figure('p99 of a checkout', 'p99'),
      figure('p50 of the other provider’s delay', 'delay'),
      figure('p99 of the other provider’s delay', 'delay99'),
    ],
  };
}
