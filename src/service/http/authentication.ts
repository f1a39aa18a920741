import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { type Endpoint, type HeaderRule, HEADERS, LIMITS, SESSION_PATTERN } from '../../contract/index.ts';
import type { Account } from '../accounts/account.ts';
import type { AccountDirectory } from '../accounts/account-directory.ts';
import { type Malformation, refuseMalformed, Refusal } from '../refusal.ts';

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
    const names = ['tagId', 'sessionId', 'idempotencyKey'] as const;
    refuseMalformed(names.flatMap((name) => faultsOf(name, headerOf(request, name), headers[name])));
  };
}

type Checked = 'tagId' | 'sessionId' | 'idempotencyKey';

/** What each of them may be; a tag is one of the account's. */
const TEXTS = {
  tagId: undefined,
  sessionId: { pattern: new RegExp(SESSION_PATTERN), from: '!' },
  idempotencyKey: { pattern: /^[ -~]+$/, from: 'space' },
} as const;

function faultsOf(name: Checked, value: string | undefined, rule: HeaderRule): Malformation[] {
  const path = HEADERS[name];
  if (value === undefined) return rule === 'required' ? [{ path, problem: 'expected this header' }] : [];
  const text = TEXTS[name];
  if (!text || (text.pattern.test(value) && value.length <= LIMITS.idLength)) return [];
  return [{ path, problem: `expected 1 to ${LIMITS.idLength} characters from ${text.from} to ~` }];
}

/** One of the contract's headers; an empty one is none. */
export function headerOf({ headers }: FastifyRequest, name: keyof typeof HEADERS): string | undefined {
  const value = headers[HEADERS[name]];
  return (Array.isArray(value) ? value.join(', ') : value) || undefined;
}
