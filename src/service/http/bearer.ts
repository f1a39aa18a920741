import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Opens the routes of `app` to whoever sends `Authorization: Bearer` and the token, and to nobody else. */
export function askForToken(app: FastifyInstance, token: string): void {
  app.addHook('onRequest', async ({ headers }) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${token}`)) throw new Refusal('unauthorized', {});
  });
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
