import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Endpoint, HEADERS } from '../../contract/index.ts';
import type { AccountCatalogue } from '../catalogue/account-catalogue.ts';
import { authenticate, headerOf } from '../http/authentication.ts';
import { invalidRequest } from '../http/refusal.ts';
import type { Answered } from '../http/requests-in-progress.ts';
import type { ReservationContext } from '../reservation/context.ts';
import type { Transaction } from '../store/store.ts';
import type { Service } from './service.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Which operation of the contract a route is. */
    operationId?: string;
  }
}

/** One call of a partner's server. */
export interface Call<Body> extends ReservationContext {
  readonly sessionId: string;
  readonly catalogue: AccountCatalogue;
  readonly acceptLanguage: string | undefined;
  readonly body: Body;
}

/** The body of a 200, made in one transaction. */
export type PartnerAnswer<Body> = (tx: Transaction, call: Call<Body>) => Promise<object>;

/** Adds the route of `endpoint`: who asks, what they send, one transaction, and the headers of the answer. */
export function addPartnerRoute<Body>(
  app: FastifyInstance,
  service: Service,
  endpoint: Endpoint,
  answer: PartnerAnswer<Body>,
): void {
  const { method, path: url, request: schema, operationId } = endpoint;
  const { limiters, accounts } = service;
  app.route({
    method,
    url,
    config: { operationId },
    schema: { body: schema },
    onRequest: [limiters.address, authenticate(accounts, endpoint), limiters.account],
    handler: async (request, reply) => {
      const body = request.body as Body;
      const needsSession = endpoint.headers.sessionId === 'with-items' && hasItems(body);
      const given = headerOf(request, 'sessionId');
      if (needsSession && given === undefined)
        throw invalidRequest(HEADERS.sessionId, 'expected this header, since there are items');
      const { accountId } = request.account;
      const call = {
        accountId,
        sessionId: given ?? randomUUID(),
        catalogue: service.catalogues.of(accountId),
        newId: service.newId,
        confirmationUrl: (id: string) => `${service.publicUrl ?? ownUrl(request)}/confirmations/${id}`,
        acceptLanguage: headerOf(request, 'acceptLanguage'),
        body,
      };
      const answered = await answerOnce(service, request, operationId, async (tx, now) => ({
        sessionId: call.sessionId,
        answer: JSON.stringify(await answer(tx, { ...call, now })),
        now,
      }));
      return send(reply, answered);
    },
  });
}

/** Sends JSON, dated in the account's business time: what is left of a hold is its expiry less this. */
export function send(reply: FastifyReply, { sessionId, answer, now }: Answered): FastifyReply {
  return reply
    .header(HEADERS.sessionId, sessionId)
    .header('date', new Date(now).toUTCString())
    .type('application/json; charset=utf-8')
    .send(answer);
}

function answerOnce(
  { store, clock, requests }: Service,
  request: FastifyRequest,
  operation: string,
  work: (tx: Transaction, now: number) => Promise<Answered>,
): Promise<Answered> {
  const { accountId } = request.account;
  const now = (tx: Transaction) => clock.now(tx, accountId);
  const answered = async (tx: Transaction) => work(tx, await now(tx));
  const idempotencyKey = headerOf(request, 'idempotencyKey');
  if (idempotencyKey === undefined) return store.transaction(answered);
  return requests.answerOnce({ accountId, operation, idempotencyKey }, request.bodyText, answered, now);
}

/** Where the client has found this service. */
function ownUrl({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

function hasItems(body: unknown): boolean {
  return ((body as { items?: readonly unknown[] }).items ?? []).length > 0;
}
