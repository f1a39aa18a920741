import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import { readPublishedFile } from '../published-files.ts';
import type { Service } from './service.ts';

/** What the operator asks: `/healthz`, whether the process lives, and `/readyz`, whether it can answer; and `/openapi.json`. */
export function addOperationRoutes(app: FastifyInstance, { store }: Service): void {
  const openApi = readPublishedFile('openapi.json');
  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(openApi));
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
