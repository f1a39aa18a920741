import { BlockList, isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Addresses and networks of proxies that are believed; false for none. */
export type TrustedProxies = readonly string[] | false;

const PROBLEM =
  'X-Forwarded-For comes and is not believed: the limits count the proxy as one address until --trust-proxy names it';

/** Tells once of a proxy that nobody has named. */
export function tellOfProxies(app: FastifyInstance, report: (problem: string) => void): void {
  let isTold = false;
  app.addHook('onRequest', ({ headers }, _reply, done) => {
    if (!isTold && headers['x-forwarded-for'] !== undefined) {
      isTold = true;
      report(PROBLEM);
    }
    done();
  });
}

/** Whether an address is one of these proxies. */
export function toProxyCheck(trusted: TrustedProxies): (address: string | undefined) => boolean {
  if (trusted === false) return () => false;
  const list = new BlockList();
  for (const entry of trusted) {
    const [address = '', prefix] = entry.split('/');
    const family = familyOf(address);
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => address !== undefined && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
