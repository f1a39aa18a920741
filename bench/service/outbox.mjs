import { join } from 'node:path';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { median, ratio } from '../statistics.mjs';
import { startProvider } from './provider.mjs';
import { inRounds } from '../rounds.mjs';
import { inParts, productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from '../temporary-folder.mjs';

const FEW = 500;
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

/** @param {Awaited<ReturnType<typeof openShop>>} shop @param {number} delivered */
async function measure({ server, client, provider }, delivered) {
  const ids = await server.ask('offer', { count: CONFIRMED, skus: ['sold'] });
  const held = await client.sendAll(inParts(ids, 1).map(requests.reserve));
  const startedAt = performance.now();
  const done = provider.takes(delivered);
  provider.be('takes');
  const confirmed = await client.sendAll(held.map(toBody).map(requests.confirm));
  await done;
  const took = performance.now() - startedAt;
  provider.be('keeps');
  await server.ask('tell', { count: delivered - CONFIRMED, provider: 'provider' });
  return { each: took / delivered, confirm: median(confirmed.map(({ ms }) => ms)) };
}

/**
 * How fast messages are delivered, and how long a confirm takes meanwhile, with few and with many messages that wait.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureOutbox(scale) {
  const { waiting, delivered } = scale;
  const folder = temporaryFolder();
  const shops = {
    few: await openShop(join(folder, 'few.db'), FEW),
    again: await openShop(join(folder, 'again.db'), FEW),
    many: await openShop(join(folder, 'many.db'), waiting),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, scale, (name) => measure(shops[name], delivered));
  for (const { server, client, provider } of Object.values(shops)) {
    client.close();
    await server.stop();
    await provider.stop();
  }
  const figure = (
    /** @type {string} */ name,
    /** @type {string} */ measured,
    /** @type {(ms: number) => number} */ shown,
  ) => {
    const of = (/** @type {keyof typeof shops} */ shop) => figures[shop][measured] ?? [];
    const text = (/** @type {keyof typeof shops} */ shop) => shown(median(of(shop))).toFixed(1);
    return {
      name: `${name} with ${waiting.toLocaleString('en')} waiting, against ${FEW}`,
      reached: ratio(of('many'), of('few')),
      unit: /** @type {const} */ ('×'),
      goal: { most: 1.2 },
      control: ratio(of('again'), of('few')),
      details: { many: text('many'), few: text('few') },
    };
  };
  return {
    rounds: scale.rounds,
    figures: [
      figure('time of a delivery (many and few: deliveries a second)', 'each', (ms) => 1_000 / ms),
      figure('p50 of a confirm meanwhile (ms)', 'confirm', (ms) => ms),
    ],
  };
}
