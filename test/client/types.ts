import type { Static } from 'typebox';
import type { ReserveAnswer, TransactionClient } from '../../src/client/index.ts';
import type { OperationId } from '../../src/client/operations.ts';
import type { ENDPOINTS } from '../../src/contract/endpoints.ts';
import type { Frozen, Same } from '../contract/same.ts';

type Calls = TransactionClient['cart'] & TransactionClient['placements'] & TransactionClient['confirmation'];
type Call<Id extends OperationId> = Id extends `${string}.${infer Name extends keyof Calls}`
  ? Calls[Name]
  : never;
type Schemas<Id extends OperationId> = (typeof ENDPOINTS)[Id];
/** What `placements.any` adds to its answer. */
type Body<Answer> = Answer extends { readonly result: boolean } ? Omit<Answer, 'sessionId'> : Answer;

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
