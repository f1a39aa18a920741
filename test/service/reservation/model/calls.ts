import fc from 'fast-check';
import type {
  CancelRequest,
  ConfirmRequest,
  ReleaseRequest,
  ReserveRequest,
} from '../../../../src/contract/wire.ts';
import type { Model } from './model.ts';
import type { ModelHold } from './model-hold.ts';

/** What a partner is about to do. Which hold it means is resolved when it comes to it. */
export interface Wish {
  readonly operation: 'reserve' | 'confirm' | 'release' | 'cancel';
  readonly account: string;
  readonly cart: string;
  readonly order: string;
  readonly lines: readonly LineWish[];
}

interface LineWish {
  readonly item: number;
  readonly hold: number;
  /** Any hold of anybody, in place of one of this cart. */
  readonly isWild: boolean;
  /** One that a fresh impression has taken over, if there is any. */
  readonly isTakenOver: boolean;
  readonly isByQuantity: boolean;
  readonly quantity: number;
  readonly claimedQuantity: 'absent' | 'same' | 'other';
  readonly claimedPrice: 'absent' | 'same' | 'other';
}

/** One call as the service gets it. */
export type Call = { readonly account: string } & (
  | { readonly operation: 'reserve'; readonly request: ReserveRequest }
  | { readonly operation: 'confirm'; readonly request: ConfirmRequest }
  | { readonly operation: 'release'; readonly request: ReleaseRequest }
  | { readonly operation: 'cancel'; readonly request: CancelRequest }
);

export const accounts = ['east', 'west'] as const;

const claim = fc.constantFrom('absent', 'absent', 'same', 'other');

/** Few accounts, carts, items and orders, so that calls meet. */
export const wishes: fc.Arbitrary<Wish> = fc.record({
  operation: fc.constantFrom('reserve', 'reserve', 'reserve', 'confirm', 'confirm', 'release', 'cancel'),
  account: fc.constantFrom(...accounts),
  cart: fc.constantFrom('cart-1', 'cart-1', 'cart-2'),
  order: fc.constantFrom('order-1', 'order-1', 'order-2'),
  lines: fc.array(
    fc.record({
      item: fc.nat({ max: 5 }),
      hold: fc.nat({ max: 20 }),
      isWild: fc.constantFrom(false, false, false, false, true),
      isTakenOver: fc.constantFrom(false, false, true),
      isByQuantity: fc.boolean(),
      quantity: fc.constantFrom(1, 1, 2, 2, 3, 4),
      claimedQuantity: claim,
      claimedPrice: claim,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const nobody = '00000000-0000-7000-8000-000000000000';

/** The hold and the item that a line means now. */
function resolve(
  model: Model,
  line: LineWish,
  { operation, account, cart }: Pick<Wish, 'operation' | 'account' | 'cart'>,
) {
  const items = [...model.offers].filter(([, offer]) => offer.account === account).map(([id]) => id);
  const own = model.holds.filter(
    (hold) => hold.account === account && (operation === 'cancel' || hold.cart === cart),
  );
  const old = own.filter(({ successor }) => successor !== null);
  const preferred = line.isTakenOver && old.length > 0 ? old : own;
  const holds = line.isWild || own.length === 0 ? model.holds : preferred;
  const hold: ModelHold | undefined = holds[holds.length - 1 - (line.hold % Math.max(holds.length, 1))];
  const item = (line.isWild ? [...model.offers.keys()] : items).at(-1 - (line.item % items.length))!;
  return { line, hold, item };
}

/** The call that `wish` comes to now. */
export function toCall(model: Model, { operation, account, cart, order, lines }: Wish): Call {
  const resolved = lines.map((line) => resolve(model, line, { operation, account, cart }));
  const reservation = (hold: ModelHold | undefined) => `rokt_item_reservation_id.${hold?.id ?? nobody}`;
  switch (operation) {
    case 'reserve':
      return {
        account,
        operation,
        request: {
          cartId: cart,
          items: resolved.map(({ line, item }) => ({ cartItemId: item, quantity: line.quantity })),
        },
      };
    case 'confirm':
      return {
        account,
        operation,
        request: {
          cartId: cart,
          orderId: order,
          items: resolved.map(({ line, hold, item }) => {
            const isByQuantity = line.isByQuantity || !hold;
            const quantity = isByQuantity ? line.quantity : claimed(line.claimedQuantity, hold.quantity, 1);
            const price = isByQuantity ? model.priceOf(account, item) : hold.price;
            const unitPrice = claimed(line.claimedPrice, price ?? 0, 1);
            return {
              ...(isByQuantity
                ? { cartItemId: item }
                : { cartItemId: hold.item, itemReservationId: reservation(hold) }),
              ...(quantity === undefined ? {} : { quantity }),
              ...(unitPrice === undefined ? {} : { unitPrice: unitPrice / 100 }),
            } as ConfirmRequest['items'][number];
          }),
        },
      };
    case 'release':
      return {
        account,
        operation,
        request: {
          cartId: cart,
          items: resolved.map(({ hold, item }) => ({
            cartItemId: hold?.item ?? item,
            itemReservationId: reservation(hold),
          })),
        },
      };
    case 'cancel':
      return { account, operation, request: { itemReservationId: reservation(resolved[0]?.hold) } };
  }
}

function claimed(how: 'absent' | 'same' | 'other', value: number, by: number): number | undefined {
  if (how === 'absent') return undefined;
  return how === 'same' ? value : value + by;
}
