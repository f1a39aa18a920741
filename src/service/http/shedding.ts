import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Why a call is refused while the process has more to do than it can. */
class Overloaded extends Refusal<'unavailable'> {
  constructor() {
    super('unavailable', {}, { 'retry-after': '1' }, 'the service has too much to do');
  }
}

/** How often it is looked how late the loop is at the most, ms. */
const SAMPLE = 1_000;

/** Refuses the calls of `app` at once while its event loop is later than `maxEventLoopDelay` ms on average: they would wait, and all others longer. */
export async function shedLoad(app: FastifyInstance, maxEventLoopDelay: number): Promise<void> {
  // A sample in which the loop has not turned counts as infinitely late: as long as that it may be late.
  const sampleInterval = Math.max(SAMPLE, maxEventLoopDelay);
  const options = { maxEventLoopDelay, sampleInterval, customError: Overloaded, retryAfter: 1 };
  await app.register(underPressure, options);
}
