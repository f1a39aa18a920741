import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a folder as any static server does, to this machine alone. Rejects where the port cannot be had.
 *
 * @param {string} folder
 * @param {{ port?: number, missing?: string }} [options] `missing`: the folder's page for what is not there; without a port a free one is taken
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveFolder(folder, { port = 0, missing } = {}) {
  const answer = sirv(folder, {
    dev: true,
    extensions: [],
    async onNoMatch(_, response) {
      const body = missing && (await readFile(join(folder, missing)).catch(() => undefined));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    },
  });
  const server = createServer((request, response) => {
    // A folder is its index.html, and a page has its ending in its address: not every server is kinder.
    request.url = request.url?.replace(/\/(?=\?|$)/, '/index.html');
    answer(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
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
