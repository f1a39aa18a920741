import type { FastifyInstance } from 'fastify';

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
