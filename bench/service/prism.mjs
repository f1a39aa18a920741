import { createRequire } from 'node:module';
import { join } from 'node:path';
import { freePort } from '../../tools/setup/free-port.mjs';
import { listens } from '../../tools/setup/listens.mjs';
import { root } from '../../tools/setup/project.mjs';
import { installLocked } from '../../tools/examples/install-packages.mjs';
import { PEERS } from '../browser/peers.mjs';
import { Client } from './client.mjs';
import { cpuOf } from './cpu-of.mjs';
import { median, ratio } from '../statistics.mjs';
import { inRounds } from '../rounds.mjs';
import { requests } from './shop.mjs';
import { run, start } from './start.mjs';

/** Starts Prism, which answers from `openapi.json` with an example of its own making. @param {string} program */
async function startPrism(program) {
  const port = await freePort();
  const at = ['--host', '127.0.0.1', '--port', String(port), '--verboseLevel', 'silent'];
  const args = ['mock', join(root, 'openapi.json'), ...at];
  const server = run(program, args, ['--import', join(root, 'build/bench/tell-cpu.js')]);
  await listens(port);
  return { ...server, url: `http://127.0.0.1:${port}` };
}

/**
 * CPU of a reserve that Prism answers, against bare fastify with the same answer.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measurePrism(scale) {
  await installLocked(PEERS);
  const program = createRequire(join(root, PEERS, 'package.json')).resolve(
    '@stoplight/prism-cli/dist/index.js',
  );
  const servers = { bare: await start('bare'), again: await start('bare'), prism: await startPrism(program) };
  const names = /** @type {(keyof typeof servers)[]} */ (Object.keys(servers));
  const clients = /** @type {Record<keyof typeof servers, Client>} */ ({});
  for (const name of names) clients[name] = await Client.open(servers[name].url);
  const [example] = await clients.prism.sendAll([requests.reserve(['item'])]);
  for (const name of ['bare', 'again'])
    await servers[/** @type {'bare' | 'again'} */ (name)].ask('answer', {
      path: '/v1/cart/reserve',
      text: example?.text,
    });
  const figures = await inRounds(names, scale, async (name) => {
    const calls = Array.from({ length: scale.count }, () => requests.reserve(['item']));
    return { micros: (await cpuOf(servers[name], clients[name], calls, isAnswered)).micros };
  });
  for (const name of names) {
    clients[name].close();
    await servers[name].stop();
  }
  const micros = (/** @type {keyof typeof servers} */ name) => figures[name]['micros'] ?? [];
  return {
    rounds: scale.rounds,
    figures: [
      {
        name: "reserve: Prism's mock of openapi.json / bare",
        reached: ratio(micros('prism'), micros('bare')),
        unit: '×',
        control: ratio(micros('again'), micros('bare')),
        details: {
          µs: median(micros('prism')).toFixed(0),
          'of the other': median(micros('bare')).toFixed(0),
        },
      },
    ],
  };
}

/** @param {import('./client.mjs').Answered} answered */
function isAnswered({ status, text }) {
  if (status !== 200) throw new Error(`expected 200, got ${status}: ${text}`);
}
