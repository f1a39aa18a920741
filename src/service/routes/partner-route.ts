import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Endpoint, HEADERS } from '../../contract/index.ts';
import type { AccountCatalogue } from '../catalogue/account-catalogue.ts';
import { authenticate, headerOf } from '../http/authentication.ts';
import { mintSession } from '../http/mint-session.ts';
import { invalidRequest } from '../refusal.ts';
import type { DatedAnswer } from '../idempotency/idempotent-calls.ts';
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

/** The body of a 200, made in one transaction. */
export type PartnerAnswer<Body> = (tx: Transaction, call: Call<Body>) => Promise<object>;

/**
 * Adds the route of `endpoint`: who asks, what they send, one transaction, and the headers of the answer.
 *
 * @param options whether an answer `isKept` for who sends the call again under its `Idempotency-Key`
 */
export function addPartnerRoute<Body>(
  app: FastifyInstance,
  service: Service,
  endpoint: Endpoint,
  answer: PartnerAnswer<Body>,
  { isKept = true } = {},
): void {
  const { method, path: url, request: schema, operationId } = endpoint;
  const { limiters, accounts, calls, clock } = service;
  app.route({
    method,
    url,
    config: { operationId },
    schema: { body: schema },
    onRequest: [authenticate(accounts, endpoint), limiters.account],
    handler: async (request, reply) => {
      const { accountId } = request.account;
      const call = toCall<Body>(request, service, endpoint);
      const idempotencyKey = isKept ? headerOf(request, 'idempotencyKey') : undefined;
      const answered = await calls.run(
        { accountId, operation: operationId, idempotencyKey, body: request.body },
        (tx) => clock.now(tx, accountId),
        async (tx, now) => {
          const body = await answer(tx, { ...call, now });
          return { sessionId: call.sessionId, text: JSON.stringify(body) };
        },
      );
      return send(reply, answered);
    },
  });
}

/** @throws {Refusal} when there are items and no session */
function toCall<Body>(
  request: FastifyRequest,
  { catalogues, newId, publicUrl, offeredFor, testItem }: Service,
  { headers }: Endpoint,
): Omit<Call<Body>, 'now'> {
  const { accountId } = request.account;
  const body = request.body as Body;
  const sessionId = headerOf(request, 'sessionId');
  if (sessionId === undefined && headers.sessionId === 'with-items' && hasItems(body))
    throw invalidRequest(HEADERS.sessionId, 'expected this header, since there are items');
  return {
    accountId,
    sessionId: sessionId ?? mintSession(accountId, headerOf(request, 'idempotencyKey')),
    catalogue: catalogues.of(accountId),
    newId,
    offeredFor,
    testItem,
    confirmationUrl: (id) => `${publicUrl()}/confirmations/${id}`,
    acceptLanguage: headerOf(request, 'acceptLanguage'),
    body,
  };
}

/** Sends JSON, dated in the account's business time: what is left of a hold is its expiry less this. */
export function send(reply: FastifyReply, { sessionId, text, now }: DatedAnswer): FastifyReply {
  return reply
    .header(HEADERS.sessionId, sessionId)
    .header('date', httpDate(now))
    .type('application/json; charset=utf-8')
    .send(text);
}

let shown = { second: -1, text: '' };

/** A time as `Date` says it; the same text for all of a second. */
function httpDate(time: number): string {
  const second = Math.floor(time / 1_000);
  if (second !== shown.second) shown = { second, text: new Date(time).toUTCString() };
  return shown.text;
}

function hasItems(body: unknown): boolean {
  return ((body as { items?: readonly unknown[] }).items ?? []).length > 0;
}
