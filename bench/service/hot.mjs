import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres, startPostgres } from '../../tools/setup/postgres.mjs';
import { Client } from './client.mjs';
import { toBody } from './cpu-of.mjs';
import { median } from './figures.mjs';
import { productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { printTable } from './table.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const AT_ONCE = 32;
const STOCK = 50;
const BUYERS = 400;

/**
 * One product that everybody wants: reserves a second and CPU of one, and how many are sold beyond its stock.
 *
 * @param {{ rounds: number, count: number }} options
 */
export async function measureHot(options) {
  const rows = [await measureOn('SQLite', 1, () => join(temporaryFolder(), 'hot.db'), options)];
  const programs = findPostgres();
  if (programs === undefined) console.log('\nPostgreSQL is not installed: its rows are skipped');
  else {
    const cluster = await startPostgres(programs);
    for (const instances of [1, 2, 4])
      rows.push(await measureOn('PostgreSQL', instances, await schemaOn(cluster.url), options));
    await cluster.stop();
  }
  printTable(`One product for all, ${AT_ONCE} at once, median of ${options.rounds} rounds`, rows);
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
 * @param {{ rounds: number, count: number }} options
 */
async function measureOn(database, instances, toDb, { rounds, count }) {
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
  for (let round = -2; round < rounds; round++) {
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
    database,
    instances: String(instances),
    'reserves a second': median(figures.rate).toFixed(0),
    'CPU of one, µs': median(figures.micros).toFixed(0),
    [`sold of ${STOCK} to ${BUYERS}`]: String(bought),
    oversold: `${Math.max(0, bought - STOCK)} (goal 0)`,
  };
}

function few() {
  const [placement] = productsOf(['few'], { stock: STOCK }).placements;
  return { ...placement, placementId: 'few' };
}
