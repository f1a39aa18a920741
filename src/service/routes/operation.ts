import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import type { Service } from './service.ts';

/** What the operator asks: `/healthz`, whether the process lives, and `/readyz`, whether it can answer. */
export function addOperationRoutes(app: FastifyInstance, { store }: Service): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (request) => {
    try {
      await store.transaction((tx) => tx.now());
      return { status: 'ready' };
    } catch (error) {
      request.log.error(error);
      throw new Refusal('unavailable', {});
    }
  });
}
