import { join } from 'node:path';
import { Client } from './client.mjs';
import { cpuOf, toBody } from './cpu-of.mjs';
import { counts, median, ratio } from './figures.mjs';
import { printTable } from './table.mjs';
import { catalogueOf, inParts, keyed, requests, SKUS } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/**
 * A kind of call.
 *
 * @typedef {object} Kind
 * @property {number} [app] the goal against our app with a constant answer
 * @property {number} [bare] the goal against bare fastify
 * @property {(given: Given) => Promise<Asked[]>} make calls of this kind, with all that has to be there before
 */

/** @typedef {import('./client.mjs').Asked} Asked */
/** @typedef {{ count: number, offer: (count: number) => Promise<string[]>, send: (all: Asked[]) => Promise<any[]> }} Given */

const items = async (/** @type {Given} */ { count, offer }, /** @type {number} */ lines) =>
  inParts(await offer(count * lines), lines).map(requests.reserve);
const held = async (/** @type {Given} */ given) => given.send(await items(given, 1));

/** @type {Record<string, Kind>} */
export const kinds = {
  any: { app: 1.2, bare: 1.7, make: async ({ count }) => Array.from({ length: count }, requests.any) },
  reserve: { app: 1.6, bare: 3, make: (given) => items(given, 1) },
  'reserve-3': { app: 2.8, make: (given) => items(given, 3) },
  confirm: { app: 1.6, bare: 3, make: async (given) => (await held(given)).map(requests.confirm) },
  release: { app: 1.6, make: async (given) => (await held(given)).map(requests.release) },
  selections: { app: 1.6, make: async ({ count }) => Array.from({ length: count }, requests.selections) },
  'reserve-keyed': { make: async (given) => (await items(given, 1)).map(keyed) },
  'confirm-keyed': { make: async (given) => (await held(given)).map(requests.confirm).map(keyed) },
};

/** A service runs for weeks: what V8 compiles in its first thousands of calls is none of theirs. */
const WARM_UP = 10;

/**
 * CPU of each kind of call, by bare fastify, our app with a constant answer, and the service on SQLite, round by round.
 *
 * @param {{ names: string[], rounds: number, count: number }} options
 */
export async function measureCalls({ names, rounds, count }) {
  const file = join(temporaryFolder(), 'calls.db');
  const servers = {
    bare: await start('bare'),
    again: await start('bare'),
    constant: await start('constant'),
    service: await start('service', { db: file, catalogue: catalogueOf() }),
  };
  const clients = /** @type {Record<keyof typeof servers, Client>} */ ({});
  for (const [name, { url }] of entries(servers)) clients[name] = await Client.open(url);
  const send = async (/** @type {Asked[]} */ all) => (await clients.service.sendAll(all)).map(toBody);
  const offer = (/** @type {number} */ many) => servers.service.ask('offer', { count: many, skus: SKUS });
  const measured = names.map((name) => ({ name, took: /** @type {Record<string, number[]>} */ ({}) }));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { name, took } of measured) {
      const calls = (await kinds[name]?.make({ count, offer, send })) ?? [];
      const [first] = calls;
      if (!first) continue;
      const each = { service: await cpuOf(servers.service, clients.service, calls) };
      const { text } = each.service.answers[0] ?? { text: '' };
      for (const one of inTurn(round)) {
        await servers[one].ask('answer', { path: first.path, text });
        Object.assign(each, { [one]: await cpuOf(servers[one], clients[one], calls) });
      }
      if (name.startsWith('reserve')) await send(each.service.answers.map(toBody).map(requests.release));
      if (round < 0) continue;
      for (const [one, { micros }] of Object.entries(each)) (took[one] ??= []).push(micros);
    }
  }
  for (const client of Object.values(clients)) client.close();
  for (const server of Object.values(servers)) await server.stop();
  report(measured, rounds);
}

const OTHERS = /** @type {const} */ (['bare', 'constant', 'again']);

/** Who is measured first changes from round to round. @param {number} round */
function inTurn(round) {
  return round % 2 === 0 ? OTHERS : OTHERS.toReversed();
}

/** @param {{ name: string, took: Record<string, number[]> }[]} measured @param {number} rounds */
function report(measured, rounds) {
  const rows = measured.map(({ name, took: { bare = [], again = [], constant = [], service = [] } }) => {
    const { app, bare: goal } = kinds[name] ?? {};
    const toRatio = (/** @type {number} */ value, /** @type {number | undefined} */ most) =>
      `${value.toFixed(2)}×${most === undefined ? '' : ` (goal ${most})`}`;
    const control = ratio(again, bare);
    return {
      call: name,
      'bare µs': median(bare).toFixed(0),
      'A/A': `${control.toFixed(2)}${counts(control) ? '' : ', does not count'}`,
      'app µs': median(constant).toFixed(0),
      'app / bare': toRatio(ratio(constant, bare), 1.4),
      'service µs': median(service).toFixed(0),
      'service / app': toRatio(ratio(service, constant), app),
      'service / bare': toRatio(ratio(service, bare), goal),
    };
  });
  printTable(`CPU of a call at 32 at once, median of ${rounds} rounds`, rows);
}

/** @template {object} Fields @param {Fields} fields */
function entries(fields) {
  return /** @type {[keyof Fields, Fields[keyof Fields]][]} */ (Object.entries(fields));
}
