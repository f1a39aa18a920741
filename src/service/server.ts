import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** A service that listens. */
export interface Server {
  /** `http://host:port`, without a slash at its end. */
  readonly url: string;
  /** Takes no new connection and resolves once every request that has come is answered. */
  close(): Promise<void>;
}

/**
 * Has `app` listen, on this machine alone unless told another host, on a free port unless told which.
 *
 * @throws {Error} that names the port when it is taken
 */
export async function startServer(
  app: FastifyInstance,
  { host = '127.0.0.1', port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<Server> {
  await app.listen({ host, port });
  const { address, family, port: taken } = app.server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${name}:${taken}`, close: () => app.close() };
}
