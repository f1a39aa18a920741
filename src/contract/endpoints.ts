import type { TSchema } from 'typebox';
import { ConfirmAnswer, ConfirmRequest } from './cart-confirm.ts';
import { ReleaseAnswer, ReleaseRequest } from './cart-release.ts';
import { ReserveAnswer, ReserveRequest } from './cart-reserve.ts';
import { CancelAnswer, CancelRequest } from './confirmation-cancel.ts';
import { SelectionAnswer } from './offers.ts';
import { AnyAnswer, AnyRequest } from './placements-any.ts';
import { SelectionRequest } from './selections.ts';

/** The request headers that the endpoints know, in lower case. */
export const HEADERS = {
  apiKey: 'rokt-api-key',
  tagId: 'rokt-tag-id',
  sessionId: 'rokt-session-id',
  idempotencyKey: 'idempotency-key',
  acceptLanguage: 'accept-language',
} as const;

/** Whether a call needs a header; `with-items`: as soon as the request has an item. */
export type HeaderRule = 'required' | 'optional' | 'with-items' | 'unused';

/** One operation of the API. */
export interface Endpoint {
  readonly operationId: string;
  readonly method: 'POST';
  /** In lower case; a service matches any case. */
  readonly path: string;
  readonly summary: string;
  readonly headers: Readonly<Record<keyof typeof HEADERS, HeaderRule>>;
  readonly request: TSchema;
  /** Of status 200. */
  readonly answer: TSchema;
  /** The statuses of errors; all but 401 have an error body. */
  readonly errors: readonly number[];
}

const method = 'POST';
const partner = {
  apiKey: 'required',
  tagId: 'required',
  sessionId: 'required',
  idempotencyKey: 'optional',
  acceptLanguage: 'optional',
} as const;
const errors = [400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 431, 500, 503, 504] as const;

/** Every operation by its id. */
export const ENDPOINTS = {
  'placements.any': {
    operationId: 'placements.any',
    method,
    path: '/v1/placements/any',
    summary: 'Is there anything to show on the upsell page?',
    headers: { ...partner, sessionId: 'optional' },
    request: AnyRequest,
    answer: AnyAnswer,
    // It keeps nothing, so no key of it is in use or used for another body.
    errors: errors.filter((status) => status !== 409 && status !== 422),
  },
  'cart.reserve': {
    operationId: 'cart.reserve',
    method,
    path: '/v1/cart/reserve',
    summary: 'Hold items and lock their prices until the payment is done.',
    headers: partner,
    request: ReserveRequest,
    answer: ReserveAnswer,
    errors,
  },
  'cart.confirm': {
    operationId: 'cart.confirm',
    method,
    path: '/v1/cart/confirm',
    summary: 'After the payment of every order: these items are bought.',
    headers: { ...partner, sessionId: 'with-items' },
    request: ConfirmRequest,
    answer: ConfirmAnswer,
    errors,
  },
  'cart.release': {
    operationId: 'cart.release',
    method,
    path: '/v1/cart/release',
    summary: 'End holds before their time.',
    headers: partner,
    request: ReleaseRequest,
    answer: ReleaseAnswer,
    errors,
  },
  'confirmation.cancel': {
    operationId: 'confirmation.cancel',
    method,
    path: '/v1/confirmation/cancel',
    summary: 'Undo the confirmation of one item.',
    headers: { ...partner, tagId: 'optional', sessionId: 'optional' },
    request: CancelRequest,
    answer: CancelAnswer,
    errors,
  },
  selections: {
    operationId: 'selections',
    method,
    path: '/v1/selections',
    summary: 'The offers for one shopper. For browsers of the account’s origins.',
    headers: {
      apiKey: 'unused',
      tagId: 'unused',
      sessionId: 'unused',
      idempotencyKey: 'unused',
      acceptLanguage: 'optional',
    },
    request: SelectionRequest,
    answer: SelectionAnswer,
    errors: [400, 403, 404, 405, 408, 413, 415, 429, 431, 500, 503, 504],
  },
} as const satisfies Record<string, Endpoint>;

/** The name of one operation, such as `cart.reserve`. */
export type OperationId = keyof typeof ENDPOINTS;
