import Type from 'typebox';
import { Attributes, CartId, CartItemId, CLOSED, ReservationId } from './fields.ts';
import { ReleaseError } from './item-errors.ts';
import { answeredItems, refusedItem, Succeeded } from './item-answers.ts';
import { LIMITS } from './limits.ts';

const ReleaseItem = Type.Object(
  { cartItemId: CartItemId, itemReservationId: ReservationId },
  { title: 'ReleaseItem', description: 'One hold to end.' },
);

/** The body of `cart/release`. */
export const ReleaseRequest = Type.Object(
  {
    cartId: CartId,
    items: Type.Array(ReleaseItem, { maxItems: LIMITS.items, description: 'The holds to end.' }),
    attributes: Type.Optional(Attributes),
  },
  { title: 'ReleaseRequest', description: 'Ends holds before their time.' },
);

/** An item of its answer that is not held any more. */
export const ReleasedItem = Type.Object(
  { cartItemId: CartItemId, itemReservationId: ReservationId, success: Succeeded },
  { ...CLOSED, title: 'ReleasedItem', description: 'An item that is not held any more.' },
);

/** An item of its answer whose hold could not be ended. */
export const UnreleasedItem = refusedItem(
  'UnreleasedItem',
  'An item whose hold could not be ended, and why.',
  ReleaseError,
);

/** What `cart/release` answers. */
export const ReleaseAnswer = Type.Object(
  { cartId: CartId, items: answeredItems(ReleasedItem, UnreleasedItem) },
  { ...CLOSED, title: 'ReleaseAnswer', description: 'Item by item, in the order of the request.' },
);

/** The schemas that have a name of their own in TypeScript and OpenAPI. */
export const releaseSchemas = { ReleaseItem, ReleaseRequest, ReleasedItem, UnreleasedItem, ReleaseAnswer };
