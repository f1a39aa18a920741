import type { FastifyInstance } from 'fastify';

/** The requests that have come and are not answered yet. */
export interface InFlight {
  readonly current: number;
  /** The most there were at once. */
  readonly peak: number;
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly inFlight: InFlight;
  }
}

/** Counts requests in flight, as `app.inFlight`. */
export function countInFlight(app: FastifyInstance): void {
  const count = { current: 0, peak: 0 };
  app.decorate('inFlight', count);
  app.addHook('onRequest', (_request, reply, done) => {
    count.current++;
    count.peak = Math.max(count.peak, count.current);
    // Also when the connection breaks, of which no hook tells.
    reply.raw.once('close', () => {
      count.current--;
    });
    done();
  });
}
