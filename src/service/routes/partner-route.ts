import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Endpoint, HEADERS } from '../../contract/index.ts';
import type { AccountCatalogue } from '../catalogue/account-catalogue.ts';
import { authenticate, headerOf } from '../http/authentication.ts';
import { invalidRequest } from '../http/refusal.ts';
import type { ReservationContext } from '../reservation/index.ts';
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

/** What is sent, and sent again under the same `Idempotency-Key`. */
export interface Answered {
  readonly sessionId: string;
  /** JSON. */
  readonly text: string;
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
      let date = 0;
      const answered = await service.calls.run<Answered>(
        {
          accountId,
          operation: operationId,
          idempotencyKey: headerOf(request, 'idempotencyKey'),
          body: request.bodyText,
        },
        async (tx) => (date = await service.clock.now(tx, accountId)),
        async (tx, now) => ({
          sessionId: call.sessionId,
          text: JSON.stringify(await answer(tx, { ...call, now })),
        }),
      );
      return send(reply, answered, date);
    },
  });
}

/** Sends JSON, dated in the account's business time: what is left of a hold is its expiry less this. */
export function send(reply: FastifyReply, { sessionId, text }: Answered, now: number): FastifyReply {
  return reply
    .header(HEADERS.sessionId, sessionId)
    .header('date', new Date(now).toUTCString())
    .type('application/json; charset=utf-8')
    .send(text);
}

/** Where the client has found this service. */
function ownUrl({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

function hasItems(body: unknown): boolean {
  return ((body as { items?: readonly unknown[] }).items ?? []).length > 0;
}
