// Made from the schemas of src/contract by `npm run wire`.

import type {
  ConfirmAnswer,
  ConfirmRequest,
  ReleaseAnswer,
  ReleaseRequest,
  ReserveAnswer,
  ReserveRequest,
} from './cart.ts';
import type { AnyAnswer, AnyRequest, CancelAnswer, CancelRequest, SelectionRequest } from './calls.ts';
import type { SelectionAnswer } from './offers.ts';

/** Every operation by its id: where it is, whether it needs a session, what it takes and what it answers. */
export interface Operations {
  readonly 'placements.any': {
    readonly path: '/v1/placements/any';
    readonly session: 'optional';
    readonly request: AnyRequest;
    readonly answer: AnyAnswer;
  };
  readonly 'cart.reserve': {
    readonly path: '/v1/cart/reserve';
    readonly session: 'required';
    readonly request: ReserveRequest;
    readonly answer: ReserveAnswer;
  };
  readonly 'cart.confirm': {
    readonly path: '/v1/cart/confirm';
    readonly session: 'with-items';
    readonly request: ConfirmRequest;
    readonly answer: ConfirmAnswer;
  };
  readonly 'cart.release': {
    readonly path: '/v1/cart/release';
    readonly session: 'required';
    readonly request: ReleaseRequest;
    readonly answer: ReleaseAnswer;
  };
  readonly 'confirmation.cancel': {
    readonly path: '/v1/confirmation/cancel';
    readonly session: 'optional';
    readonly request: CancelRequest;
    readonly answer: CancelAnswer;
  };
  readonly selections: {
    readonly path: '/v1/selections';
    readonly session: 'unused';
    readonly request: SelectionRequest;
    readonly answer: SelectionAnswer;
  };
}
