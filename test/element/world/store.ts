import type { RoktUpsellElement } from '../../../src/element/index.ts';
import type { CartItem } from '../../../src/model/index.ts';

/** Items as one text, whatever their order. */
export function textOf(items: Iterable<CartItem>): string {
  return [...items]
    .map(({ cartItemId, quantity }) => `${cartItemId}×${quantity}`)
    .sort()
    .join(' ');
}

/** A page's store that only replays `cart-item-updated`, and each moment at which it differed from the element. */
export function keepStore(element: RoktUpsellElement) {
  const held = new Map<string, CartItem>();
  const log: string[] = [];
  const complaints: string[] = [];
  const compare = (when: string) => {
    const kept = textOf(held.values());
    const shown = textOf(element.cartItems);
    if (kept !== shown) complaints.push(`${when}: the events say [${kept}], the element [${shown}]`);
  };
  element.addEventListener('cart-item-updated', ({ detail }) => {
    const { change, origin, cartItem, oldCartItem, cartItems } = detail;
    const line = `${change}/${origin} ${textOf(oldCartItem ? [oldCartItem] : [])}→${textOf(cartItem ? [cartItem] : [])}`;
    log.push(line);
    if (oldCartItem && !held.delete(oldCartItem.cartItemId)) complaints.push(`${line}: was not held`);
    if (cartItem) held.set(cartItem.cartItemId, cartItem);
    if (textOf(cartItems) !== textOf(held.values())) complaints.push(`${line}: has other cartItems`);
    compare(line);
  });
  return { log, complaints, compare };
}

/** Lets `count` tasks run. */
export async function tasks(count = 3): Promise<void> {
  for (let each = 0; each < count; each++) await new Promise((resolve) => setTimeout(resolve));
}

/** How a request ends: its outcome, or the code or name of what it rejects with. */
export async function ending(promise: Promise<unknown>): Promise<string> {
  try {
    const value = await promise;
    return typeof value === 'string' ? value : String((value as { outcome?: string } | undefined)?.outcome);
  } catch (thrown) {
    const { code, name } = thrown as { code?: unknown; name: string };
    return typeof code === 'string' ? code : name;
  }
}

/** The quantities that were wished for, in order. */
export function quantitiesSent({ sends }: { sends: readonly { name: string; data: unknown }[] }): number[] {
  const wishes = sends.filter(({ name }) => name === 'V2_UPDATE_CART_ITEM');
  return wishes.map(({ data }) => (data as { quantity: number }).quantity);
}
