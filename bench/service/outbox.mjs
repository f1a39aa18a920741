import { join } from 'node:path';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { counts, median, ratio } from './figures.mjs';
import { startProvider } from './provider.mjs';
import { inRounds } from './rounds.mjs';
import { inParts, productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { printTable } from './table.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const FEW = 500;
const DELIVERED = 300;
const CONFIRMED = 40;

/**
 * A service with so many messages that wait for its provider, which takes them while it is measured.
 *
 * @param {string} db
 * @param {number} waiting
 */
async function openShop(db, waiting) {
  const provider = await startProvider();
  provider.be('keeps');
  const catalogue = productsOf(['sold'], {
    providerOf: () => 'provider',
    providers: { provider: provider.target },
  });
  const options = { db, catalogue, webhookAllow: [provider.origin], webhookTimeout: 600_000 };
  const server = await start('service', options);
  const client = await Client.open(server.url, 1);
  await server.ask('tell', { count: waiting, provider: 'provider' });
  return { server, client, provider };
}

/** @param {Awaited<ReturnType<typeof openShop>>} shop */
async function measure({ server, client, provider }) {
  const ids = await server.ask('offer', { count: CONFIRMED, skus: ['sold'] });
  const held = await client.sendAll(inParts(ids, 1).map(requests.reserve));
  const startedAt = performance.now();
  const done = provider.takes(DELIVERED);
  provider.be('takes');
  const confirmed = await client.sendAll(held.map(toBody).map(requests.confirm));
  await done;
  const took = performance.now() - startedAt;
  provider.be('keeps');
  await server.ask('tell', { count: DELIVERED - CONFIRMED, provider: 'provider' });
  return { each: took / DELIVERED, confirm: median(confirmed.map(({ ms }) => ms)) };
}

/**
 * How fast messages are delivered, and how long a confirm takes meanwhile, with few and with many messages that wait.
 *
 * @param {{ rounds: number, waiting: number }} options
 */
export async function measureOutbox({ rounds, waiting }) {
  const folder = temporaryFolder();
  const shops = {
    few: await openShop(join(folder, 'few.db'), FEW),
    again: await openShop(join(folder, 'again.db'), FEW),
    many: await openShop(join(folder, 'many.db'), waiting),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, rounds, (name) => measure(shops[name]));
  for (const { server, client, provider } of Object.values(shops)) {
    client.close();
    await server.stop();
    await provider.stop();
  }
  const row = (
    /** @type {string} */ title,
    /** @type {string} */ name,
    /** @type {(ms: number) => number} */ shown,
  ) => {
    const of = (/** @type {keyof typeof shops} */ shop) => figures[shop][name] ?? [];
    const control = ratio(of('again'), of('few'));
    return {
      figure: title,
      [`${FEW} waiting`]: shown(median(of('few'))).toFixed(1),
      'A/A': `${control.toFixed(2)}${counts(control) ? '' : ', does not count'}`,
      [`${waiting} waiting`]: shown(median(of('many'))).toFixed(1),
      'time of one, many / few': `${ratio(of('many'), of('few')).toFixed(2)}× (goal 1.2)`,
    };
  };
  printTable(`Messages to a provider, median of ${rounds} rounds`, [
    row('deliveries a second', 'each', (ms) => 1_000 / ms),
    row('p50 of a confirm meanwhile, ms', 'confirm', (ms) => ms),
  ]);
}
