import { createServer } from 'node:http';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { root } from '../setup/project.mjs';
import { classicScript } from './classic-script.mjs';
import { sdkPlusAnswer } from '../../demo/sdk-plus/answers.mjs';

/** @typedef {{ page: string, cdn: string, stop: () => Promise<void> }} ScriptServer two origins of one scripted server */

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };
const FOLDERS = {
  '/script/': 'dist/script',
  '/support/': 'test/support',
  '/sdk-plus/': 'demo/sdk-plus',
  '/offers/': 'demo/offers',
  '/assets/': 'demo/assets',
  '/node_modules/': 'node_modules',
};

/**
 * Starts a server on loopback that does what the query of each request says, at two origins: a shop's and a CDN's.
 *
 * - `/page?spec={headers, html}` answers with that page under those response headers.
 * - `/script/…`, `/support/…` and the like are files, for any origin; `x.js` is made of `x.ts` where there is one.
 * - `/mparticle/…` is answered as mParticle's servers do.
 * - Any path with `fault` fails: `404`, `drop` (no connection), `never` (no answer), `empty` (a script that does nothing);
 *   with `key` only until `/mend?key=…`, which also answers what was held back.
 * @returns {Promise<ScriptServer>}
 */
export async function startScriptServer() {
  const faults = new Faults();
  const servers = await Promise.all([listen(faults), listen(faults)]);
  const [page = '', cdn = ''] = servers.map(({ origin }) => origin);
  return {
    page,
    cdn,
    async stop() {
      await Promise.all(servers.map(({ stop }) => stop()));
    },
  };
}

/** Which keys are mended, and who waits for one. */
class Faults {
  #mended = new Set();
  /** @type {Map<string, (() => void)[]>} */
  #held = new Map();

  /** @param {string} key */
  isMended(key) {
    return this.#mended.has(key);
  }

  /** @param {string} key @param {() => void} answer */
  hold(key, answer) {
    this.#held.set(key, [...(this.#held.get(key) ?? []), answer]);
  }

  /** @param {string} key */
  mend(key) {
    this.#mended.add(key);
    for (const answer of this.#held.get(key) ?? []) answer();
    this.#held.delete(key);
  }
}

/** @param {Faults} faults */
async function listen(faults) {
  const server = createServer((request, response) => {
    answer(request, response, faults).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const stop = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Faults} faults
 */
async function answer(request, response, faults) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const key = searchParams.get('key') ?? '';
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
  response.setHeader('cache-control', pathname === '/page' ? 'no-cache' : 'no-store');
  if (pathname === '/page') return sendPage(response, JSON.parse(searchParams.get('spec') ?? '{}'));
  if (pathname === '/mend') {
    faults.mend(key);
    return void response.end();
  }
  const told = sdkPlusAnswer(pathname);
  if (told !== undefined) return void response.writeHead(200, { 'content-type': TYPES['.json'] }).end(told);
  const fault = faults.isMended(key) ? null : searchParams.get('fault');
  if (fault === 'never') return faults.hold(key, () => void sendFile(response, pathname));
  if (fault === 'drop') return void response.destroy();
  if (fault === '404') return void response.writeHead(404).end();
  if (fault === 'empty') return void response.writeHead(200, { 'content-type': TYPES['.js'] }).end();
  await sendFile(response, pathname);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {{ headers?: Record<string, string>, html?: string }} spec
 */
function sendPage(response, { headers = {}, html = '' }) {
  const start = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title>';
  response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(start + html);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} pathname
 */
async function sendFile(response, pathname) {
  const [prefix, folder] = Object.entries(FOLDERS).find(([start]) => pathname.startsWith(start)) ?? [];
  // A URL's dots are resolved before it is sent, and decoded ones are not looked for: no path leaves its folder.
  const path = prefix && folder && join(root, folder, pathname.slice(prefix.length));
  const content = path ? await contentOf(path) : undefined;
  if (content === undefined) return void response.writeHead(404).end();
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(pathname))] ?? 'text/plain';
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
}

/** @param {string} path */
async function contentOf(path) {
  const source = path.replace(/\.js$/, '.ts');
  if (source !== path && existsSync(source)) return classicScript(source);
  return readFile(path).catch(() => undefined);
}
