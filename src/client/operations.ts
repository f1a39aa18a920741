import type { Operations } from '../contract/wire.ts';

/** The calls of the client. The browser's own, `selections`, takes no key. */
export type OperationId =
  'placements.any' | 'cart.reserve' | 'cart.confirm' | 'cart.release' | 'confirmation.cancel';

/** The body that a call sends. */
export type RequestOf<Id extends OperationId> = Operations[Id]['request'];
/** The body that a call is answered with. */
export type AnswerOf<Id extends OperationId> = Operations[Id]['answer'];

/** Where a call goes. */
export function pathOf(id: OperationId): Operations[OperationId]['path'] {
  return `/v1/${id.replace('.', '/')}` as Operations[OperationId]['path'];
}

/** Whether a call needs a session: those about a cart do, and a confirm where there are items. */
export function needsSession(id: OperationId, hasItems: boolean): boolean {
  return id.startsWith('cart.') && (hasItems || id !== 'cart.confirm');
}
