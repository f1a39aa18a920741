import { join } from 'node:path';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { counts, quantile, ratio } from './figures.mjs';
import { startProvider } from './provider.mjs';
import { inRounds } from './rounds.mjs';
import { productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { printTable } from './table.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** As many messages wait for the one that is down as an hour of its absence leaves. */
const LEFT_BEHIND = 20_000;
const CHECKOUTS = 200;
const AT_ONCE = 8;

/**
 * A service with two providers, the second of which may be down.
 *
 * @param {string} db
 * @param {boolean} isDown
 */
async function openShop(db, isDown) {
  const [up, other] = [await startProvider(), await startProvider()];
  const catalogue = productsOf(['up', 'other'], {
    providerOf: (sku) => sku,
    providers: { up: up.target, other: other.target },
  });
  const server = await start('service', { db, catalogue, webhookAllow: [up.origin, other.origin] });
  if (isDown) {
    other.be('breaks');
    await server.ask('tell', { count: LEFT_BEHIND, provider: 'other' });
  }
  return { up, other, server, client: await Client.open(server.url, AT_ONCE) };
}

/** Checkouts of what the two providers sell by turns. @param {Awaited<ReturnType<typeof openShop>>} shop */
async function measure({ server, client, up }) {
  const ids = await server.ask('offer', { count: CHECKOUTS, skus: ['up', 'other'] });
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
 * What a checkout takes, and how late another provider hears of it, while one is down with a day of messages waiting for it.
 *
 * @param {{ rounds: number }} options
 */
export async function measureDown({ rounds }) {
  const folder = temporaryFolder();
  const shops = {
    bothUp: await openShop(join(folder, 'up.db'), false),
    again: await openShop(join(folder, 'again.db'), false),
    oneDown: await openShop(join(folder, 'down.db'), true),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, rounds, (name) => measure(shops[name]));
  for (const { server, client, up, other } of Object.values(shops)) {
    client.close();
    await server.stop();
    await Promise.all([up.stop(), other.stop()]);
  }
  const row = (/** @type {string} */ title, /** @type {string} */ name) => {
    const of = (/** @type {keyof typeof shops} */ shop) => figures[shop][name] ?? [];
    const control = ratio(of('again'), of('bothUp'));
    return {
      [`ms, ${AT_ONCE} at once`]: title,
      'both up': quantile(of('bothUp'), 0.5).toFixed(1),
      'A/A': `${control.toFixed(2)}${counts(control) ? '' : ', does not count'}`,
      'one down': quantile(of('oneDown'), 0.5).toFixed(1),
      'down / up': `${ratio(of('oneDown'), of('bothUp')).toFixed(2)}× (goal 1.2)`,
    };
  };
  printTable(`A provider that is down, median of ${rounds} rounds`, [
    row('p50 of a checkout (reserve and confirm)', 'p50'),
    row('p99 of a checkout', 'p99'),
    row('p50 of the other provider’s delay', 'delay'),
    row('p99 of the other provider’s delay', 'delay99'),
  ]);
}
