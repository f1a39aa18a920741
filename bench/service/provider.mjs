import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

/**
 * A provider's server: it takes messages, or keeps them waiting until it is told to take them, or breaks off.
 *
 * @typedef {Awaited<ReturnType<typeof startProvider>>} Provider
 */
export async function startProvider() {
  /** @type {'takes' | 'keeps' | 'breaks'} */
  let mood = 'takes';
  let taken = 0;
  /** @type {Map<string, number>} */
  const arrivals = new Map();
  /** @type {import('node:http').ServerResponse[]} */
  const kept = [];
  /** @type {(() => void)[]} */
  let watchers = [];
  const take = (/** @type {import('node:http').ServerResponse} */ response) => {
    taken++;
    response.writeHead(204).end();
    for (const watcher of watchers) watcher();
  };
  const server = createServer(async (request, response) => {
    if (mood === 'breaks') return void request.socket.destroy();
    const { data } = /** @type {any} */ (await json(request));
    arrivals.set(data.orderId, performance.now());
    if (mood === 'keeps') kept.push(response);
    else take(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    target: { url: `${origin}/hook`, secret: SECRET },
    /** When the message of each order came. @type {ReadonlyMap<string, number>} */
    arrivals,
    /** @param {typeof mood} next */
    be(next) {
      mood = next;
      if (mood === 'takes') for (const response of kept.splice(0)) take(response);
    },
    /** Resolves once so many more messages are taken. @param {number} count */
    async takes(count) {
      const until = taken + count;
      if (taken >= until) return;
      await new Promise((resolve) => {
        const watcher = () => {
          if (taken < until) return;
          watchers = watchers.filter((one) => one !== watcher);
          resolve(undefined);
        };
        watchers.push(watcher);
      });
    },
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
