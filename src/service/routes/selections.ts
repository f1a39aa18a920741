import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import cors from '@fastify/cors';
import { ENDPOINTS, HEADERS } from '../../contract/index.ts';
import type { SelectionRequest } from '../../contract/wire.ts';
import { isLoopbackHost } from '../../model/index.ts';
import { drawOffers } from '../catalogue/draw-offers.ts';
import { mintSelection } from '../catalogue/mint-selection.ts';
import { headerOf } from '../http/authentication.ts';
import { REQUEST_ID } from '../http/request-ids.ts';
import { Refusal } from '../refusal.ts';
import { send } from './partner-route.ts';
import type { Service } from './service.ts';
import { wantedByPage } from './wanted-offers.ts';

const { method, request, operationId } = ENDPOINTS.selections;
const { attributes: _attributes, heldItems: _heldItems, ...checked } = request.properties;
/** What the page says of its cart and its shopper is passed over where it makes no sense, and costs nobody the offers. */
const PASSED_OVER = new Set(['attributes', 'heldItems']);
const schema = { ...request, properties: checked };

/** `POST /v1/selections`: the offers for one shopper, for the pages of the account's own origins; `app` is its path. */
export async function addSelectionsRoute(app: FastifyInstance, service: Service): Promise<void> {
  const { store, clock, accounts, catalogues, limiters, newId, allowsOrigin, publicUrl } = service;
  const isKnown = async (origin: string | undefined) =>
    origin !== undefined && (allowsOrigin(origin) || (await accounts.knowsOrigin(origin)));
  const told = {
    methods: [method],
    allowedHeaders: ['content-type', HEADERS.acceptLanguage],
    exposedHeaders: [HEADERS.sessionId, 'date', 'retry-after', REQUEST_ID],
    maxAge: 600,
    strictPreflight: false,
  };
  await app.register(cors, {
    // Every preflight is answered the same, or it would tell whose pages are customers: the request itself is held to that.
    delegator: async (asked: FastifyRequest) => ({ ...told, origin: asked.method === 'OPTIONS' || isKnown }),
  });
  app.route({
    method,
    url: '',
    config: { operationId, passesOver: PASSED_OVER },
    schema: { body: schema },
    onRequest: limiters.selections,
    handler: async (request, reply) => {
      const body = request.body as SelectionRequest;
      const { accountId } = body;
      const account = await accounts.byId(accountId);
      const { origin } = request.headers;
      const isAllowed = (one: string) =>
        account?.allowedOrigins.has(one) || allowsOrigin(one) || isOwnOrigin(one, request, publicUrl());
      if (account) request.account = account;
      if (!account || origin === undefined || !isAllowed(origin)) {
        // Also not to the pages of another account: a refusal tells nobody whose they are. Any page of a developer's machine may read it.
        if (!origin || !allowsOrigin(origin)) void reply.removeHeader('access-control-allow-origin');
        throw new Refusal('origin-not-allowed', {});
      }
      const sessionId = body.sessionId ?? randomUUID();
      const { input, asker, held, ignored } = wantedByPage(body, headerOf(request, 'acceptLanguage'));
      const { text, now } = await store.transaction(async (tx) => {
        const now = await clock.now(tx, accountId);
        const drawn = await drawOffers(tx, catalogues.of(accountId), input, asker, now);
        const context = { accountId, sessionId, now, held, newCartItemId: newId };
        const selection = await mintSelection(tx, drawn, context);
        return { text: JSON.stringify(ignored.length > 0 ? { ...selection, ignored } : selection), now };
      });
      return send(reply, { sessionId, text, now });
    },
  });
}

/**
 * Whether a request comes from a page of this service itself: the stand-in's frames ask so, which no page is shown that the account
 * does not allow. What a request says of its host counts only where that is this machine, or where the outside finds the service.
 */
function isOwnOrigin(origin: string, { host, protocol }: FastifyRequest, publicUrl: string): boolean {
  if (origin === publicUrl) return true;
  return origin === `${protocol}://${host}` && isLoopbackHost(new URL(origin).hostname);
}
