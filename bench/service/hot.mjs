import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres, startPostgres } from '../../tools/setup/postgres.mjs';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { median } from '../statistics.mjs';
import { productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from '../temporary-folder.mjs';

const AT_ONCE = 32;
const STOCK = 50;
const BUYERS = 400;

/**
 * One product that everybody wants: reserves a second and CPU of one, and how many are sold beyond its stock.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureHot(scale) {
  const figures = [await measureOn('SQLite', 1, () => join(temporaryFolder(), 'hot.db'), scale)];
  const programs = findPostgres();
  const cluster = programs === undefined ? undefined : await startPostgres(programs);
  for (const instances of [1, 2, 4]) {
    if (cluster === undefined)
      figures.push({ ...nameOf('PostgreSQL', instances), missing: 'PostgreSQL is not installed' });
    else figures.push(await measureOn('PostgreSQL', instances, await schemaOn(cluster.url), scale));
  }
  await cluster?.stop();
  return { figures, rounds: scale.rounds };
}

/** @param {string} database @param {number} instances */
function nameOf(database, instances) {
  const name = `units oversold, ${BUYERS} at once for ${STOCK}, ${database}, instances: ${instances}`;
  return { name, unit: /** @type {const} */ ('count'), goal: { most: 0 } };
}

/** Makes an empty schema, as good as a database. @param {string} url */
async function schemaOn(url) {
  const name = `bench_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  await client.end();
  return () => `${url}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
}

/**
 * @param {string} database
 * @param {number} instances
 * @param {() => string} toDb
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Figure>}
 */
async function measureOn(database, instances, toDb, { rounds, warmUp, count }) {
  const db = toDb();
  const catalogue = {
    ...productsOf(['hot']),
    placements: [...productsOf(['hot']).placements, few()],
  };
  const servers = [];
  for (let n = 0; n < instances; n++) servers.push(await start('service', { db, catalogue }));
  const clients = await Promise.all(servers.map(({ url }) => Client.open(url, AT_ONCE / instances)));
  const [first] = servers;
  const offer = (/** @type {string} */ sku, /** @type {number} */ many) =>
    first?.ask('offer', { count: many, skus: [sku] });
  const cpus = async () =>
    (await Promise.all(servers.map(({ ask }) => ask('cpu')))).reduce((a, b) => a + b, 0);
  const spread = async (/** @type {import('./client.mjs').Asked[]} */ calls) =>
    (
      await Promise.all(clients.map((one, n) => one.sendAll(calls.filter((_, at) => at % instances === n))))
    ).flat();
  const figures = { rate: /** @type {number[]} */ ([]), micros: /** @type {number[]} */ ([]) };
  for (let round = -Math.min(2, warmUp); round < rounds; round++) {
    const calls = (await offer('hot', count)).map((/** @type {string} */ id) => requests.reserve([id]));
    const [before, startedAt] = [await cpus(), performance.now()];
    const answers = await spread(calls);
    const took = performance.now() - startedAt;
    const micros = ((await cpus()) - before) / count;
    await spread(answers.map(toBody).map(requests.release));
    if (round < 0) continue;
    figures.rate.push((count / took) * 1_000);
    figures.micros.push(micros);
  }
  const buyers = (await offer('few', BUYERS)).map((/** @type {string} */ id) => requests.reserve([id]));
  const bought = (await spread(buyers)).filter(({ text }) => JSON.parse(text).items[0].success).length;
  for (const client of clients) client.close();
  for (const server of servers) await server.stop();
  return {
    ...nameOf(database, instances),
    reached: Math.max(0, bought - STOCK),
    details: {
      'reserves a second': median(figures.rate).toFixed(0),
      'CPU of one, µs': median(figures.micros).toFixed(0),
    },
  };
}

function few() {
  const [placement] = productsOf(['few'], { stock: STOCK }).placements;
  return { ...placement, placementId: 'few' };
}
