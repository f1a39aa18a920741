import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Trouble } from '../setup/trouble.mjs';
import { built } from './build-site.mjs';

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * Serves the built site, as any static server does, to this machine alone. Throws a Trouble when the port is taken.
 * @param {number} port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveSite(port) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(decodeURIComponent(pathname), response).catch(() => response.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error) => {
    throw new Trouble(`The port ${port} cannot be had: ${error.message}`);
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * @param {string} path
 * @param {import('node:http').ServerResponse} response
 */
async function answer(path, response) {
  const file = normalize(path.endsWith('/') ? `${path}index.html` : path);
  const body = await readFile(join(built, file)).catch(() => undefined);
  const found = body ?? (await readFile(join(built, '404.html')));
  const type = body ? types[extname(file)] : types['.html'];
  response.writeHead(body ? 200 : 404, { 'content-type': type ?? 'application/octet-stream' }).end(found);
}
