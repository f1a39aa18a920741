import { join } from 'node:path';
import { Client } from './client.mjs';
import { cpuOf, toBody } from './cpu-of.mjs';
import { median, ratio } from '../statistics.mjs';
import { catalogueOf, inParts, keyed, requests, SKUS } from './shop.mjs';
import { start } from './start.mjs';
import { temporaryFolder } from '../temporary-folder.mjs';

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

/** The goal of our app with a constant answer against bare fastify. */
const APP = 1.4;

/** @type {Record<string, Kind>} */
const kinds = {
  any: { app: 1.2, bare: 1.7, make: async ({ count }) => Array.from({ length: count }, requests.any) },
  reserve: { app: 1.6, bare: 3, make: (given) => items(given, 1) },
  'reserve-3': { app: 2.8, make: (given) => items(given, 3) },
  confirm: { app: 1.6, bare: 3, make: async (given) => (await held(given)).map(requests.confirm) },
  release: { app: 1.6, make: async (given) => (await held(given)).map(requests.release) },
  selections: { app: 1.6, make: async ({ count }) => Array.from({ length: count }, requests.selections) },
  'reserve-keyed': { make: async (given) => (await items(given, 1)).map(keyed) },
  'confirm-keyed': { make: async (given) => (await held(given)).map(requests.confirm).map(keyed) },
};

/**
 * CPU of each kind of call, by bare fastify, our app with a constant answer, and the service on SQLite, round by round.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureCalls({ rounds, warmUp, count }) {
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
  const measured = Object.keys(kinds).map((name) => ({
    name,
    took: /** @type {Record<string, number[]>} */ ({}),
  }));
  // What V8 compiles in the first thousands of calls is none of theirs.
  for (let round = -2 * warmUp; round < rounds; round++) {
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
  return { figures: measured.flatMap(figuresOf), rounds };
}

const OTHERS = /** @type {const} */ (['bare', 'constant', 'again']);

/** Who is measured first changes from round to round. @param {number} round */
function inTurn(round) {
  return round % 2 === 0 ? OTHERS : OTHERS.toReversed();
}

/** @param {{ name: string, took: Record<string, number[]> }} measured @returns {import('../figure.mjs').Figure[]} */
function figuresOf({ name, took: { bare = [], again = [], constant = [], service = [] } }) {
  const { app, bare: most } = kinds[name] ?? {};
  const against = (
    /** @type {string} */ title,
    /** @type {number[]} */ ours,
    /** @type {number[]} */ others,
    /** @type {number | undefined} */ goal,
  ) => ({
    name: `${name}: ${title}`,
    reached: ratio(ours, others),
    unit: /** @type {const} */ ('×'),
    ...(goal === undefined ? {} : { goal: { most: goal } }),
    control: ratio(again, bare),
    details: { µs: median(ours).toFixed(0), 'of the other': median(others).toFixed(0) },
  });
  return [
    against('app / bare', constant, bare, APP),
    against('service / app', service, constant, app),
    against('service / bare', service, bare, most),
  ];
}

/** @template {object} Fields @param {Fields} fields */
function entries(fields) {
  return /** @type {[keyof Fields, Fields[keyof Fields]][]} */ (Object.entries(fields));
}
