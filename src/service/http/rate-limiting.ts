import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RateLimits } from './limits.ts';
import { MinuteCounts } from './minute-counts.ts';
import { networkOf } from './network-of.ts';
import { Refusal } from '../refusal.ts';

/** A hook that counts one request, or refuses it with `rate-limited` when there were too many in this minute. */
export type Limiter = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** The limiters by what they count. Without limits they let everything pass. */
export type Limiters = { readonly [Name in keyof RateLimits]: Limiter };

const passes: Limiter = (_request, _reply, done) => done();

/** The limiters that `limits` asks for. They count in this process, by the machine's clock. */
export function buildLimiters(limits: RateLimits | undefined): Limiters {
  if (!limits) return { address: passes, account: passes, selections: passes };
  return {
    address: limiter(limits.address, ({ ip }) => networkOf(ip)),
    account: limiter(limits.account, ({ account }) => account.accountId),
    selections: limiter(limits.selections, ({ ip }) => networkOf(ip)),
  };
}

function limiter(most: number, nameOf: (request: FastifyRequest) => string): Limiter {
  const counts = new MinuteCounts(most);
  return (request, _reply, done) => {
    const wait = counts.add(nameOf(request));
    done(wait === 0 ? undefined : new Refusal('rate-limited', {}, { 'retry-after': toSeconds(wait) }));
  };
}

function toSeconds(ms: number): string {
  return String(Math.ceil(ms / 1_000));
}
