import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that no message goes to: this machine, its network, and what is reserved (RFC 6890 and its IPv6 kin). */
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4');
}

/** The one block of public IPv6 addresses; 6to4, Teredo and documentation are carved out of it. */
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
const closed6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const) {
  closed6.addSubnet(network, prefix, 'ipv6');
}

/** Whether a message may go to `address` without the operator having said so. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed6.check(address, 'ipv6');
}

/** Why no message may go somewhere. */
export interface Obstacle {
  readonly expected: string;
  readonly got: string;
}

/**
 * Why no message may go to `url`; null when one may. The address behind a name is judged by {@link publicLookup}, at the
 * moment of the connection.
 *
 * @param allowed origins that the operator has allowed, whatever they are
 */
export function obstacleTo(url: URL, allowed: ReadonlySet<string>): Obstacle | null {
  if (allowed.has(url.origin)) return null;
  if (url.protocol !== 'https:')
    return { expected: 'https, or an origin that --webhook-allow names', got: url.origin };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isInside = isIP(host) === 0 ? /(?:^|\.)localhost\.?$/.test(host) : !isPublicAddress(host);
  return isInside ? { expected: 'a public address', got: host } : null;
}

/** Node's own lookup, which gives public addresses only: a name cannot lead inside. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions = { ...options, all: true };
  lookup(hostname, all, (error, found) => {
    if (error) return callback(error, '');
    const addresses = found as readonly LookupAddress[];
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    if (inside) {
      const refusal = `expected a public address of ${hostname}, got ${inside.address}`;
      return callback(new Error(refusal), '');
    }
    if (options.all === true) return callback(null, [...addresses]);
    const [first] = addresses;
    callback(null, first?.address ?? '', first?.family);
  });
};
