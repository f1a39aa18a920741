import type { FastifyInstance } from 'fastify';
import { isLoopbackHost } from '../../model/index.ts';
import { Refusal } from '../refusal.ts';

/**
 * Refuses what was asked of another host than this machine's, or one of `own`: a page whose name an attacker's DNS leads here
 * would else be answered like a page of this machine.
 */
export function refuseForeignHosts(app: FastifyInstance, own: readonly (string | undefined)[]): void {
  const names = new Set(own.flatMap((host) => toName(host) ?? []));
  app.addHook('onRequest', ({ headers: { host } }, _reply, done) => {
    const name = toName(host);
    const isOwn = host === undefined || (name !== undefined && (isLoopbackHost(name) || names.has(name)));
    done(isOwn ? undefined : new Refusal('host-not-allowed', {}));
  });
}

/** The name in a host with or without a port, as URLs write it. */
function toName(host: string | undefined): string | undefined {
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
