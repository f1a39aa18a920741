import type { UpsellQuantity } from '../model/index.ts';
import type { CartUpsell, UpsellElement } from './cart.ts';

/** What an element was told last, as a controller that tells it again before each update of the element. */
interface Told {
  /** As JSON. */
  upsells: string;
  hostUpdate(): void;
}

const toldTo = new WeakMap<UpsellElement, Told>();

/**
 * Keeps the upsells that the page's cart has in the placement attribute `cartItems`, beside the page's own attributes,
 * also where a render makes those anew: the first-party launcher opens with them. One that the page has set itself is
 * left alone.
 */
export function tellCartItems(element: UpsellElement, upsells: Iterable<UpsellQuantity<CartUpsell>>): void {
  let told = toldTo.get(element);
  if (!told) {
    const created: Told = { upsells: '[]', hostUpdate: () => fillIn(element, created.upsells) };
    toldTo.set(element, (told = created));
  }
  const text = JSON.stringify(
    [...upsells].map(({ upsell, quantity }) => ({ ...upsell, quantity })),
    ['cartItemId', 'catalogItemId', 'linkedProductId', 'quantity'],
  );
  fillIn(element, told.upsells, (told.upsells = text));
  // Upgraded only by now, maybe; the same one counts once.
  (element as Partial<UpsellElement>).addController?.(told);
}

/** Puts `text` where there is nothing, or what is `ours`. */
function fillIn(element: UpsellElement, ours: string, text = ours): void {
  const attributes = ((element as Partial<UpsellElement>).placementAttributes ?? {}) as Record<
    string,
    unknown
  >;
  const { cartItems = ours } = attributes;
  // What is no object is a fault of the page's, which the element reports.
  if (Object(attributes) === attributes && cartItems === ours && text !== (attributes['cartItems'] ?? '[]'))
    element.placementAttributes = { ...attributes, cartItems: text };
}
