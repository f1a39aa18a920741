import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';
import { readPublishedFile } from '../published-files.ts';
import { proveWritable } from '../store/probe.ts';
import type { Service } from './service.ts';

/** What the operator asks: `/healthz`, whether the process lives, and `/readyz`, whether it can write; and `/openapi.json`. */
export function addOperationRoutes(app: FastifyInstance, { store, newId }: Service): void {
  const openApi = readPublishedFile('openapi.json');
  app.get('/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(openApi));
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    try {
      await store.transaction((tx) => proveWritable(tx, newId()));
      return { status: 'ready' };
    } catch (error) {
      throw Object.assign(new Refusal('unavailable', {}), { cause: error });
    }
  });
}
