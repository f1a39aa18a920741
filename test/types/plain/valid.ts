import 'rokt-upsell';
import {
  type CartItemUpdatedEvent,
  type LinkRequestedEvent,
  type OfferEngagedEvent,
  type PlacementsClosedEvent,
  type PlacementsEmptyEvent,
  type PlacementsFailedEvent,
  type PlacementsLoadingEvent,
  type PlacementsReadyEvent,
  RoktUpsellElement,
  type RoktUpsellEventMap,
  toMinorUnits,
  type UpdateFailedEvent,
  UpsellError,
  type UpsellErrorCode,
  type UpsellErrorEvent,
  type UpsellPhase,
} from 'rokt-upsell/element';
import { type Cart, type Conflict, connectCart } from 'rokt-upsell/cart';
import { buildCartItem, createScriptedLauncher } from 'rokt-upsell/testing';
import { createOffersLauncher } from 'rokt-upsell/offers';

/** Says at compile time that two types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;

/** A type to cast to for each event, as Angular's handlers need them. */
interface EventTypes {
  'cart-item-updated': CartItemUpdatedEvent;
  'placements-loading': PlacementsLoadingEvent;
  'placements-ready': PlacementsReadyEvent;
  'placements-empty': PlacementsEmptyEvent;
  'placements-closed': PlacementsClosedEvent;
  'placements-failed': PlacementsFailedEvent;
  'upsell-error': UpsellErrorEvent;
  'update-failed': UpdateFailedEvent;
  'offer-engaged': OfferEngagedEvent;
  'link-requested': LinkRequestedEvent;
}
export const everyEventHasAType: Same<keyof EventTypes, keyof RoktUpsellEventMap> = true;

export const created: RoktUpsellElement = document.createElement('rokt-upsell');
export const queried: RoktUpsellElement | null = document.querySelector('rokt-upsell');
const upsell = new RoktUpsellElement();

upsell.accountId = '222';
upsell.placementAttributes = { eventId: '1100526195FA115A', price: 1.5 };
upsell.loading = 'lazy';
upsell.launcher = createScriptedLauncher().launcher;
upsell.launcher = Promise.resolve(createOffersLauncher({ offersUrl: '/offers.json', target: document.body }));
upsell.launcherOptions = { sessionToken: 'token', pageInitTimestamp: new Date(), later: true };

upsell.addEventListener('cart-item-updated', ({ detail }) => {
  const { cartItem, oldCartItem, change, origin, cartItems, consent, waitUntil } = detail;
  const quantities: number[] = cartItems.map(({ quantity }) => quantity);
  const linked: string | undefined = (cartItem ?? oldCartItem)?.linkedProductId;
  const added: boolean = change === 'added' && origin === 'shopper' && consent !== undefined;
  waitUntil(fetch('/cart', { method: 'PUT', body: JSON.stringify([quantities, linked, added]) }));
});
upsell.addEventListener('placements-ready', ({ detail: { count, servedBy, sessionId } }) => {
  const texts: (string | number | undefined)[] = [count, servedBy, sessionId];
  return texts;
});
upsell.addEventListener('placements-failed', async ({ detail: { error } }) => error.code);
upsell.addEventListener('update-failed', ({ detail }) => detail.error.message);
upsell.addEventListener('offer-engaged', ({ detail: { kind } }) => kind === 'positive');
upsell.addEventListener('link-requested', (event) => {
  event.preventDefault();
  return new URL(event.detail.url);
});
upsell.addEventListener('click', ({ clientX }) => clientX, { once: true });
upsell.addEventListener('of-the-page', (event: Event) => event.type);

const take = ({ detail }: CartItemUpdatedEvent) => detail.cartItems;
upsell.addEventListener('cart-item-updated', take, { passive: true });
upsell.removeEventListener('cart-item-updated', take);
upsell.removeEventListener('of-the-page', { handleEvent: () => undefined });

const phase: UpsellPhase = await upsell.select();
export const isShown = phase === 'ready';
export const outcomes: ('applied' | 'adjusted' | 'refused')[] = [
  (await upsell.updateCartItem({ cartItemId: '1', quantity: 0 })).outcome,
  (await upsell.updateCartItem({ catalogItemId: 'parking-a', linkedProductId: 'ticket', quantity: 1 }))
    .outcome,
  (await upsell.updateCartItem({ cartItemId: '1', quantity: 1 }, { signal: AbortSignal.timeout(9) })).outcome,
];
await upsell.addPlacementAttributes({ city: 'New York' });
export const hashes: Record<string, string> = await upsell.hashAttributes({ email: 'a@b.example' });
export const texts: string[] = [await upsell.getSessionId(), upsell.report()];
await RoktUpsellElement.prepare({ accountId: '222' });
export const cents: number = toMinorUnits(19.99, 'USD');

/** Every code has its place: a switch over them is exhaustive. */
export function isOurFault(thrown: unknown): boolean {
  if (!(thrown instanceof UpsellError)) return false;
  const code: UpsellErrorCode = thrown.code;
  switch (code) {
    case 'duplicate-target':
    case 'invalid-attributes':
    case 'invalid-offers':
    case 'launcher-conflict':
    case 'launcher-options-fixed':
    case 'no-selection':
    case 'offers-missing':
    case 'unknown-item':
      return true;
    case 'invalid-message':
    case 'launcher-rejected':
    case 'launcher-timeout':
    case 'offers-unavailable':
    case 'placement-failed':
    case 'script-blocked':
    case 'script-timeout':
    case 'sdk-missing':
    case 'selection-rejected':
    case 'selection-timeout':
    case 'target-unreachable':
    case 'update-refused':
    case 'update-timeout':
      return false;
  }
}

upsell.messages = { heading: 'More', add: (name) => `Take ${name.trim()}` };
upsell.messages = undefined;

const cart: Cart = {
  lines: () => [{ productId: 'ticket', quantity: 2 }],
  subscribe: (listener) => (listener(), () => undefined),
  setUpsell: async ({ catalogItemId, quantity, cartItem }) => {
    await fetch(`/cart/${catalogItemId}`, { body: JSON.stringify([quantity, cartItem?.totalPrice]) });
  },
  removeUpsell: ({ cartItemId }) => void cartItemId.length,
};
const told: Conflict[] = [];
const disconnect: () => void = connectCart(upsell, cart, {
  policy: ({ catalogItemId }) => (catalogItemId === 'warranty' ? 'at-most' : 'synchronized'),
  onConflict: (conflict) => told.push(conflict),
});
disconnect();
connectCart(created, cart, { policy: 'independent' });

export const item = buildCartItem({ quantity: 2 });
