import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { type Endpoint, HEADERS, LIMITS } from '../../contract/index.ts';
import type { Account } from '../accounts/account.ts';
import type { AccountDirectory } from '../accounts/account-directory.ts';
import { invalidRequest, Refusal } from '../refusal.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; there once the request is known to be an account's. */
    account: Account;
  }
}

/** Makes room for the account on every request. */
export function decorateWithAccount(app: FastifyInstance): void {
  app.decorateRequest('account', null as unknown as Account);
}

/** Finds the account of the request's key, and checks that its headers are what `endpoint` takes. */
export function authenticate(accounts: AccountDirectory, { headers }: Endpoint): onRequestAsyncHookHandler {
  return async (request) => {
    const account = await accounts.byKey(headerOf(request, 'apiKey'));
    if (!account) throw new Refusal('unauthorized', {});
    request.account = account;
    const tagId = headerOf(request, 'tagId');
    if (tagId !== undefined && !account.tagIds.has(tagId)) throw new Refusal('tag-not-of-account', {});
    for (const name of ['tagId', 'sessionId', 'idempotencyKey'] as const) {
      const value = headerOf(request, name);
      if (value === undefined && headers[name] === 'required')
        throw invalidRequest(HEADERS[name], 'expected this header');
      if (value !== undefined && value.length > LIMITS.idLength)
        throw invalidRequest(HEADERS[name], `expected at most ${LIMITS.idLength} characters`);
    }
  };
}

/** One of the contract's headers; an empty one is none. */
export function headerOf({ headers }: FastifyRequest, name: keyof typeof HEADERS): string | undefined {
  const value = headers[HEADERS[name]];
  return (Array.isArray(value) ? value.join(', ') : value) || undefined;
}
