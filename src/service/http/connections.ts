import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { answerClientError } from './error-answers.ts';

/** Bounds how many connections there are, and answers in the contract's shape what Node's server would answer by itself. */
export function serveAnyConnection({ server }: FastifyInstance, maxConnections: number): void {
  server.maxConnections = maxConnections;
  server.on('connect', (_request, socket: Duplex) => answerClientError(new Error('a tunnel'), socket));
  // What else a client expects may be passed over.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
