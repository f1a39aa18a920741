import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.mjs';
import { cpuOf, toBody } from './cpu-of.mjs';
import { counts, median, ratio } from './figures.mjs';
import { inRounds } from './rounds.mjs';
import { inParts, productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { printTable } from './table.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** So many products have the holds: no one of them may have 10,000. */
const SKUS = Array.from({ length: 200 }, (_, n) => `product-${n}`);
const FEW = 100;

/**
 * CPU of a reserve with a hundred live holds and with so many, on SQLite.
 *
 * @param {{ rounds: number, count: number, holds: number }} options
 */
export async function measureGrowth({ rounds, count, holds }) {
  const folder = temporaryFolder();
  const open = async (/** @type {string} */ name, /** @type {number} */ live) => {
    const server = await start('service', { db: join(folder, `${name}.db`), catalogue: productsOf(SKUS) });
    await server.ask('hold', { count: live, skus: SKUS });
    const client = await Client.open(server.url);
    // Who has just been kept busy refuses calls for a moment.
    while ((await client.sendAll([requests.any()]))[0]?.status !== 200) await sleep(100);
    return { server, client };
  };
  const shops = {
    few: await open('few', FEW),
    again: await open('again', FEW),
    many: await open('many', holds),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, rounds, async (name) => {
    const { server, client } = shops[name];
    const ids = await server.ask('offer', { count, skus: SKUS });
    const { micros, answers } = await cpuOf(server, client, inParts(ids, 1).map(requests.reserve));
    await client.sendAll(answers.map(toBody).map(requests.release));
    return { micros };
  });
  for (const { server, client } of Object.values(shops)) {
    client.close();
    await server.stop();
  }
  const micros = (/** @type {keyof typeof shops} */ name) => figures[name]['micros'] ?? [];
  const control = ratio(micros('again'), micros('few'));
  printTable(`CPU of a reserve by live holds, median of ${rounds} rounds`, [
    {
      [`${FEW} holds, µs`]: median(micros('few')).toFixed(0),
      'A/A': `${control.toFixed(2)}${counts(control) ? '' : ', does not count'}`,
      [`${holds} holds, µs`]: median(micros('many')).toFixed(0),
      growth: `${ratio(micros('many'), micros('few')).toFixed(2)}× (goal 1.3)`,
    },
  ]);
}
