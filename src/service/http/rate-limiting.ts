import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { withoutUndefined } from '../without-undefined.ts';
import type { RateLimits } from './limits.ts';
import { Refusal } from '../refusal.ts';

/** Counts one request, or refuses it with `rate-limited` when there were too many in this minute. */
export type Limiter = (request: FastifyRequest) => Promise<void>;

/** The limiters by what they count. Without limits they let everything pass. */
export type Limiters = { readonly [Name in keyof RateLimits]: Limiter };

const passes: Limiter = async () => undefined;

/** The limiters that `limits` asks for. They count in this process, by the machine's clock. */
export async function buildLimiters(app: FastifyInstance, limits: RateLimits | undefined): Promise<Limiters> {
  if (!limits) return { address: passes, account: passes, selections: passes };
  await app.register(rateLimit, { global: false });
  const limiter = (max: number, keyGenerator?: (request: FastifyRequest) => string): Limiter => {
    const count = app.createRateLimit(withoutUndefined({ max, timeWindow: 60_000, keyGenerator }));
    return async (request) => {
      const seen = await count(request);
      if (!seen.isAllowed && seen.isExceeded)
        throw new Refusal('rate-limited', {}, { 'retry-after': String(seen.ttlInSeconds) });
    };
  };
  return {
    address: limiter(limits.address),
    account: limiter(limits.account, (request) => request.account.accountId),
    selections: limiter(limits.selections),
  };
}
