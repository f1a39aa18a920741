import type { Operations } from '../contract/wire.ts';

/** The calls of the client. The browser's own, `selections`, takes no key. */
export type OperationId =
  'placements.any' | 'cart.reserve' | 'cart.confirm' | 'cart.release' | 'confirmation.cancel';

type Own = Omit<Operations, 'selections'>;

/** The body that a call sends. */
export type RequestOf<Id extends OperationId> = Operations[Id]['request'];
/** The body that a call is answered with. */
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer'];

/** Where each call goes, and whether it needs a session: what the contract says, word for word. */
export const OPERATIONS: { readonly [Id in keyof Own]: Pick<Operations[Id], 'path' | 'session'> } = {
  'placements.any': { path: '/v1/placements/any', session: 'optional' },
  'cart.reserve': { path: '/v1/cart/reserve', session: 'required' },
  'cart.confirm': { path: '/v1/cart/confirm', session: 'with-items' },
  'cart.release': { path: '/v1/cart/release', session: 'required' },
  'confirmation.cancel': { path: '/v1/confirmation/cancel', session: 'optional' },
};
