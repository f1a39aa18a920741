import 'rokt-upsell';
import type { CartItemUpdatedDetail, RoktUpsellEventMap, UpsellErrorCode } from 'rokt-upsell/element';
import { type Cart, connectCart } from 'rokt-upsell/cart';
// error TS2724 PlacementsOpenEvent
import type { PlacementsOpenEvent } from 'rokt-upsell';

const upsell = document.createElement('rokt-upsell');

// Events
// error TS2339 detail
upsell.addEventListener('cart-item-updatd', ({ detail }) => detail);
// error TS2551 cartItms
upsell.addEventListener('cart-item-updated', ({ detail }) => detail.cartItms);
// error TS2339 quantity
upsell.addEventListener('cart-item-updated', ({ detail }) => detail.quantity);
// error TS2367 "gone"
upsell.addEventListener('cart-item-updated', ({ detail }) => detail.change === 'gone');
// error TS18047 cartItem
upsell.addEventListener('cart-item-updated', ({ detail }) => detail.cartItem.quantity);
// error TS2540 change
upsell.addEventListener('cart-item-updated', ({ detail }) => (detail.change = 'added'));
// error TS2345 () => undefined
upsell.addEventListener('cart-item-updated', ({ detail }) => detail.waitUntil(() => undefined));
// error TS2339 error
upsell.addEventListener('placements-ready', ({ detail }) => detail.error);
// error TS2339 code
upsell.addEventListener('update-failed', ({ detail }) => detail.error.code);
// error TS2769 MouseEvent
upsell.addEventListener('placements-failed', (event: MouseEvent) => event.clientX);
// error TS2769 PlacementsDetail
upsell.removeEventListener(
  'placements-ready',
  (event: CustomEvent<CartItemUpdatedDetail>) => event.detail.change,
);
// error TS2339 placements-open
export type Unknown = RoktUpsellEventMap['placements-open'];

// Properties
// error TS2551 acountId
upsell.acountId = '222';
// error TS2322 number
upsell.accountId = 222;
// error TS2322 "soon"
upsell.loading = 'soon';
// error TS2322 string
upsell.placementAttributes = '{"eventId":"1"}';
// error TS2322 string
upsell.timeout = '5000';
// error TS2322 string
upsell.sandbox = 'true';
// error TS2540 phase
upsell.phase = 'ready';
// error TS2339 push
upsell.cartItems.push();
// error TS2322 selectPlacements
upsell.launcher = { terminate: () => Promise.resolve() };

// Methods
// error TS2551 updateCartItems
void upsell.updateCartItems({ cartItemId: '1', quantity: 0 });
// error TS2345 quantity
void upsell.updateCartItem({ cartItemId: '1' });
// error TS2345 catalogItemId
void upsell.updateCartItem({ quantity: 1 });
// error TS2322 string
void upsell.updateCartItem({ cartItemId: '1', quantity: '1' });
// error TS2353 timeout
void upsell.updateCartItem({ cartItemId: '1', quantity: 1 }, { timeout: 1 });
// error TS2554 arguments
void upsell.select('checkout');
// error TS2345 string
void upsell.addPlacementAttributes('city');
// error TS2367 "done"
export const isDone = (await upsell.close()) === 'done';
// error TS2367 "ok"
export const isOk = (await upsell.updateCartItem({ cartItemId: '1', quantity: 1 })).outcome === 'ok';

// Error codes
// error TS2322 "script-missing"
export const code: UpsellErrorCode = 'script-missing';
// error TS2367 "timeout"
upsell.addEventListener('upsell-error', ({ detail: { error } }) => error.code === 'timeout');

// Words
// error TS2322 string
upsell.messages = { add: 'Take {name}' };
// error TS2561 headline
upsell.messages = { headline: 'More' };

// Carts
// error TS2741 removeUpsell
const cart: Cart = {
  lines: () => [],
  subscribe: () => () => undefined,
  setUpsell: () => undefined,
};
// error TS2322 "at-least"
connectCart(upsell, cart, { policy: 'at-least' });
// error TS2561 onConflicts
connectCart(upsell, cart, { onConflicts: () => undefined });
// error TS2367 "lost"
connectCart(upsell, cart, { onConflict: ({ kind }) => kind === 'lost' });
// error TS2345 HTMLDivElement
connectCart(document.createElement('div'), cart);
