import { join } from 'node:path';
import { Client } from './client.mjs';
import { cpuOf, toBody } from './cpu-of.mjs';
import { median, ratio } from '../statistics.mjs';
import { inRounds } from '../rounds.mjs';
import { inParts, productsOf, requests } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from '../temporary-folder.mjs';

/** So many products have the holds: no one of them may have 10,000. */
const SKUS = Array.from({ length: 200 }, (_, n) => `product-${n}`);
const FEW = 100;

/**
 * CPU of a reserve with a hundred live holds and with so many, on SQLite.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureGrowth(scale) {
  const { count, holds } = scale;
  const folder = temporaryFolder();
  const open = async (/** @type {string} */ name, /** @type {number} */ live) => {
    const server = await start('service', { db: join(folder, `${name}.db`), catalogue: productsOf(SKUS) });
    await server.ask('hold', { count: live, skus: SKUS });
    const client = await Client.open(server.url);
    return { server, client };
  };
  const shops = {
    few: await open('few', FEW),
    again: await open('again', FEW),
    many: await open('many', holds),
  };
  const names = /** @type {(keyof typeof shops)[]} */ (Object.keys(shops));
  const figures = await inRounds(names, scale, async (name) => {
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
  return {
    rounds: scale.rounds,
    figures: [
      {
        name: `CPU of a reserve with ${holds.toLocaleString('en')} live holds, against ${FEW}`,
        reached: ratio(micros('many'), micros('few')),
        unit: '×',
        goal: { most: 1.3 },
        control: ratio(micros('again'), micros('few')),
        details: {
          'many, µs': median(micros('many')).toFixed(0),
          'few, µs': median(micros('few')).toFixed(0),
        },
      },
    ],
  };
}
