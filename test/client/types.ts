import type { Static } from 'typebox';
import { timeLeft, type ReserveAnswer, type TransactionClient } from '../../src/client/index.ts';
import type { OperationId } from '../../src/client/operations.ts';
import type { ENDPOINTS } from '../../src/contract/endpoints.ts';
import type { Frozen, Same } from '../contract/same.ts';

type Calls = TransactionClient['cart'] & TransactionClient['placements'] & TransactionClient['confirmation'];
type Call<Id extends OperationId> = Id extends `${string}.${infer Name extends keyof Calls}`
  ? Calls[Name]
  : never;
type Schemas<Id extends OperationId> = (typeof ENDPOINTS)[Id];
/** An answer without what the client adds: the server's time, and the session to that of `placements.any`. */
type Body<Answer> = Answer extends { readonly result: boolean }
  ? Omit<Answer, 'sessionId' | 'serverTime'>
  : Omit<Answer, 'serverTime'>;

/** The calls that take or give anything but what the table of endpoints says, of which openapi.json is made, too. */
type Drift = {
  [Id in OperationId]: Same<
    [Frozen<Parameters<Call<Id>>[0]>, Frozen<Body<Awaited<ReturnType<Call<Id>>>>>],
    [Frozen<Static<Schemas<Id>['request']>>, Frozen<Static<Schemas<Id>['answer']>>]
  > extends true
    ? never
    : Id;
}[OperationId];

/** The compiler refuses this line as soon as one call has drifted. */
export const noDrift: [Drift] extends [never] ? true : Drift = true;
/** The client has every call that takes a key, and no other. */
export const allCalls: Same<OperationId, Exclude<keyof typeof ENDPOINTS, 'selections'>> = true;

/** What a shop's compiler refuses. */
export async function refused({ cart, placements }: TransactionClient): Promise<void> {
  const sessionId = 's';
  const items = [{ cartItemId: 'a', quantity: 1 }];
  // @ts-expect-error A call that needs a session has to be given one.
  await cart.reserve({ cartId: 'c', items });
  // @ts-expect-error An item needs a reservation or a quantity.
  await cart.confirm({ cartId: 'c', orderId: 'o', items: [{ cartItemId: 'a' }] }, { sessionId });
  // @ts-expect-error Attributes are text.
  await placements.any({ cartId: 'c', attributes: { seats: 2 } });
  const [item] = (await cart.reserve({ cartId: 'c', items }, { sessionId })).items;
  if (item?.success) item.totalPrice.toFixed(2);
  else if (item?.error.code === 'quantity-out-of-bounds') item.error.value.maximum.toFixed();
}
// @ts-expect-error An item that may be refused has no price.
export type Price = ReserveAnswer['items'][number]['totalPrice'];

/** A session is needed where there are items, and nowhere else. */
export async function sessions({ cart }: TransactionClient): Promise<void> {
  const order = { cartId: 'c', orderId: 'o' };
  const items = [{ cartItemId: 'a', itemReservationId: 'r' }];
  await cart.confirm({ ...order, items: [] });
  await cart.confirm({ ...order, items: [] }, { idempotencyKey: 'k' });
  const empty = { ...order, items: [] };
  await cart.confirm(empty);
  await cart.confirm({ ...order, items }, { sessionId: 's' });
  // @ts-expect-error An order with items needs the session that they were selected in.
  await cart.confirm({ ...order, items });
  // @ts-expect-error One that may be missing is none.
  await cart.confirm({ ...order, items }, { sessionId: undefined as string | undefined });
  // @ts-expect-error A list that may have items needs one, too.
  await cart.confirm({ ...order, items: items.slice(1) }, { idempotencyKey: 'k' });
}

/** Every answer says what time it is at the server; what of it is left is asked with an item that is held. */
export async function times({ cart, confirmation, placements }: TransactionClient): Promise<void> {
  const body = { cartId: 'c', items: [{ cartItemId: 'a', quantity: 1 }] };
  const answer = await cart.reserve(body, { sessionId: 's' });
  const told: (number | undefined)[] = [
    answer.serverTime,
    (await placements.any({ cartId: 'c' })).serverTime,
    (await confirmation.cancel({ itemReservationId: 'r' })).serverTime,
  ];
  const [item] = answer.items;
  if (item?.success) told.push(timeLeft(answer, item));
  // @ts-expect-error A refused item has no time.
  else if (item) timeLeft(answer, item);
}
