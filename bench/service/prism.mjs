import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../tools/setup/free-port.mjs';
import { root } from '../../tools/setup/project.mjs';
import { Client } from './client.mjs';
import { cpuOf } from './cpu-of.mjs';
import { counts, median, ratio } from './figures.mjs';
import { inRounds } from './rounds.mjs';
import { requests } from './shop.mjs';
import { run, start } from './start.mjs';
import { printTable } from './table.mjs';

/** Where `@stoplight/prism-cli` is installed, if not here: the folder that has its `node_modules`. */
const elsewhere = process.env['ROKT_UPSELL_PRISM'] ?? root;

/** Prism's program; undefined where it is not installed. @returns {string | undefined} */
export function findPrism() {
  try {
    return createRequire(join(elsewhere, 'package.json')).resolve('@stoplight/prism-cli/dist/index.js');
  } catch {
    return undefined; // Not there.
  }
}

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
 * @param {{ rounds: number, count: number }} options
 */
export async function measurePrism({ rounds, count }) {
  const program = findPrism();
  if (program === undefined) {
    console.log(
      '\n@stoplight/prism-cli is not installed: its row is skipped (ROKT_UPSELL_PRISM names a folder that has it)',
    );
    return;
  }
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
  const figures = await inRounds(names, rounds, async (name) => {
    const calls = Array.from({ length: count }, () => requests.reserve(['item']));
    return { micros: (await cpuOf(servers[name], clients[name], calls, isAnswered)).micros };
  });
  for (const name of names) {
    clients[name].close();
    await servers[name].stop();
  }
  const micros = (/** @type {keyof typeof servers} */ name) => figures[name]['micros'] ?? [];
  const control = ratio(micros('again'), micros('bare'));
  printTable(`CPU of a reserve by Prism at 32 at once, median of ${rounds} rounds`, [
    {
      'bare µs': median(micros('bare')).toFixed(0),
      'A/A': `${control.toFixed(2)}${counts(control) ? '' : ', does not count'}`,
      'Prism µs': median(micros('prism')).toFixed(0),
      'Prism / bare': `${ratio(micros('prism'), micros('bare')).toFixed(1)}×`,
    },
  ]);
}

/** @param {import('./client.mjs').Answered} answered */
function isAnswered({ status, text }) {
  if (status !== 200) throw new Error(`expected 200, got ${status}: ${text}`);
}

/** Resolves once somebody listens there. @param {number} port */
async function listens(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await sleep(20);
  }
}
