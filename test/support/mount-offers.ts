import { fixture, html } from '@open-wc/testing';
import type { CartItem } from '../../src/model/index.ts';
import { createOffersLauncher, type Offer, type OffersLauncherOptions } from '../../src/offers/index.ts';
import type { Selection, SelectPlacementsOptions } from '../../src/sdk/index.ts';

/** An offer of parking, from 0 to 4, with the fields of `given`. */
export function buildOffer(given: Partial<Offer> = {}, item: Partial<Offer['cartItem']> = {}): Offer {
  return {
    minimum: 0,
    maximum: 4,
    positiveResponseText: 'Add parking',
    ...given,
    cartItem: { catalogItemId: 'parking', name: 'Parking', currency: 'USD', unitPrice: 35.1, ...item },
  };
}

/** The button of this name; what it costs stands after that. Out of reach, it is none. */
export function findButton(within: ParentNode, name: string): HTMLButtonElement | undefined {
  return [...within.querySelectorAll('button')].find((one) => {
    const text = (one.querySelector('span') ?? one).textContent.trim();
    return (one.getAttribute('aria-label') ?? text) === name && !one.closest('[inert]');
  });
}

let count = 0;

export interface ToldUpdate {
  readonly cartItem: CartItem | null;
  readonly oldCartItem: CartItem | null;
  readonly origin?: string;
  readonly consent?: { readonly at: number; readonly text: string };
}

/** Messages that are not about items. */
const MESSAGES = ['OFFER_ENGAGEMENT', 'POSITIVE_ENGAGEMENT', 'PLACEMENT_CLOSED', 'LINK_NAVIGATION_REQUEST'];

/** All that a selection tells from now on. */
function hear(selection: Selection) {
  const told: ToldUpdate[] = [];
  const messages: string[] = [];
  for (const name of MESSAGES) selection.on(name).subscribe(() => messages.push(name));
  selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => {
    told.push((event as { body: ToldUpdate }).body);
  });
  return { told, messages };
}

/** Offers drawn by the first-party launcher, and all that it tells. */
export async function mountOffers(
  offers: readonly Offer[] = [buildOffer()],
  request: Partial<SelectPlacementsOptions> = {},
  options: Partial<OffersLauncherOptions> = {},
) {
  const id = `mount-${++count}`;
  const mount = await fixture<HTMLElement>(html`<div id=${id} lang="en-US"></div>`);
  const launcher = await createOffersLauncher({
    target: `#${id}`,
    offers: { placements: [{ placementId: 'p', title: 'Extras', offers }] },
    ...options,
  });
  const selection = await launcher.selectPlacements({ attributes: {}, ...request });
  const { told, messages } = hear(selection);
  const placements = await selection.getPlacements();
  await selection.ready();
  const drawn = mount.querySelector('rokt-upsell-offers')!;
  const root = drawn.shadowRoot!;
  const send = async (cartItemId: string, quantity: number, more: object = {}) => {
    await selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity, ...more });
    await drawn.updateComplete;
  };
  const work = async (cartItemId: string, state: string) => {
    await selection.send('ROKT_UPSELL_ITEM_WORK', { cartItemId, state });
    await drawn.updateComplete;
  };
  const card = (catalogItemId = 'parking') =>
    root.querySelector<HTMLElement>(`[data-catalog-item-id="${catalogItemId}"]`)!;
  const button = (name: string, within: ParentNode = root) => findButton(within, name)!;
  /** The states told, as quantities before and after. */
  const changes = () =>
    told.map(({ oldCartItem, cartItem }) => [oldCartItem?.quantity ?? 0, cartItem?.quantity ?? 0]);
  return {
    mount,
    launcher,
    selection,
    placements,
    drawn,
    root,
    told,
    messages,
    send,
    work,
    card,
    button,
    changes,
  };
}
