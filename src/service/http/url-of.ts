import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `http://host:port` where a server listens, without a slash at its end. */
export function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
