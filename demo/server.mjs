// @ts-check
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BackEnd } from './back-end.mjs';
import { pagePolicy } from './page-policy.mjs';
import { sdkPlusAnswer } from './sdk-plus/answers.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
/** mParticle's SDK, as it ships. */
const SDK_PLUS = '/node_modules/@mparticle/web-sdk/dist/mparticle.js';
const NOT_FOUND = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title>
<link rel="stylesheet" href="/assets/shop.css"><main class="plain"><h1>There is nothing here</h1>
<p><a href="/">To the checkout</a></p></main></html>`;

/**
 * @typedef {object} DemoOptions
 * @property {number} [port] 0 takes a free one
 * @property {string} [root] the project's folder
 * @property {string} [pages] what this folder has is served in place of the demo's own pages
 * @property {string} [data] the folder of the databases of the shop and of the upsell service; in memory without
 * @property {() => Promise<unknown>} [lateness] resolves when the bank of the late test card answers
 */

/**
 * Serves the demo on this machine: `demo/` at `/`, `dist/script/` at `/script/`, the shop's back end at `/merchant/`, and what a page
 * asks of an upsell service, the stand-in for Rokt's launcher above all. A page at `127.0.0.1` has that from `localhost`, which is
 * another site. Its script is withheld with `?fault=script-404`, and left unanswered with `?fault=never`.
 * @param {DemoOptions} [options]
 * @returns {Promise<{url: string, backEnd: BackEnd, close: () => Promise<void>}>} rejects when the port is taken
 */
export async function startDemoServer({
  port = 8000,
  root = dirname(dirname(fileURLToPath(import.meta.url))),
  pages,
  ...options
} = {}) {
  /** @type {BackEnd} */
  let backEnd;
  const server = createServer((request, response) => {
    answer(request, response, { root, pages, backEnd }).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${address.port}/`;
  backEnd = new BackEnd({ url, ...options });
  return {
    url,
    backEnd,
    async close() {
      // What the upsell service has on its way to the shop arrives first.
      await backEnd.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{root: string, pages: string | undefined, backEnd: BackEnd}} served
 */
async function answer(request, response, { root, pages, backEnd }) {
  const send = (
    /** @type {number} */ status,
    /** @type {string} */ type,
    /** @type {string | Buffer} */ body,
  ) => {
    response.writeHead(status, {
      ...HEADERS,
      'content-security-policy': pagePolicy(type === TYPES['.html'] ? body.toString() : ''),
      'content-type': type,
      'content-length': Buffer.byteLength(body),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const [path = '/', query] = (request.url ?? '/').split('?');
  if (BackEnd.answers(path)) {
    const fault = new URLSearchParams(query).get('fault');
    if (fault === 'never') return; // the browser waits until it leaves, or this server closes
    if (fault !== 'script-404') return backEnd.answer(request, response);
  }
  const told = sdkPlusAnswer(path);
  if (told !== undefined) return send(200, TYPES['.json'], told);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(405, 'text/plain', 'GET or HEAD only\n');
  for (const file of toFiles(path, root, pages)) {
    const body = await readFile(file).catch(() => undefined);
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? 'application/octet-stream';
    if (body) return send(200, type, body);
  }
  send(404, TYPES['.html'], NOT_FOUND);
}

/**
 * The files that a path may mean, the first that is there being the one; none when it is none of ours.
 * @param {string} path
 * @param {string} root
 * @param {string} [pages]
 */
function toFiles(path, root, pages) {
  let name;
  try {
    name = decodeURIComponent(path);
  } catch {
    return []; // a malformed path names nothing
  }
  if (name.includes('\0') || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return [];
  if (name.startsWith('/script/')) return [join(root, 'dist', name)];
  if (name === SDK_PLUS) return [join(root, name)];
  const page = name.endsWith('/') ? `${name}index.html` : name;
  return [...(pages ? [join(pages, page)] : []), join(root, 'demo', page)];
}

const [, started, ...words] = process.argv;
if (started && import.meta.url === pathToFileURL(realpathSync(started)).href) await main(words);

/** @param {string[]} words */
async function main(words) {
  const text = words.some((word) => /^--port(=|$)/.test(word)) ? valueOf('--port', words) : '8000';
  const pages = valueOf('--pages', words);
  const data = valueOf('--data', words);
  const port = Number(text);
  if (!text || !Number.isInteger(port) || port < 0 || port > 65535)
    fail(`--port needs a number from 0 to 65535, not ${text}.`);
  try {
    const given = { port, ...(pages && { pages }), ...(data && { data }) };
    const { url, backEnd } = await startDemoServer(given);
    // What an earlier process has left in the middle of a payment goes on.
    await backEnd.start();
    console.log(`rokt-upsell demo ready at ${url}`);
    if (!pages) console.log(`Every case of the flow: ${url}cases.html`);
  } catch (/** @type {any} */ error) {
    if (error.code === 'EADDRINUSE')
      fail(`Port ${port} is taken. Stop what runs there, or choose another with --port.`);
    fail(`The demo could not start: ${error.message}`);
  }
}

/** What follows `name=`, or the word after `name`. @param {string} name @param {string[]} words */
function valueOf(name, words) {
  const joined = words.find((word) => word.startsWith(`${name}=`));
  if (joined) return joined.slice(name.length + 1);
  return words.includes(name) ? words[words.indexOf(name) + 1] : undefined;
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
