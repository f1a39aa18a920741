import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Why a call is refused while the process has more to do than it can. */
class Overloaded extends Refusal<'unavailable'> {
  constructor() {
    super('unavailable', {}, { 'retry-after': '1' }, 'the service has too much to do');
  }
}

/**
 * Refuses the calls of `app` at once while its event loop is later than `maxEventLoopDelay` ms on average: they would wait, and all
 * others longer.
 *
 * @param maxEventLoopDelay at most 1,000, and 0 for however late: it is measured once a second, and how late a loop is that has not
 *   turned for as long is not known
 */
export async function shedLoad(app: FastifyInstance, maxEventLoopDelay: number): Promise<void> {
  await app.register(underPressure, { maxEventLoopDelay, customError: Overloaded, retryAfter: 1 });
}
