import type { CartItem } from '../../src/model/index.ts';
import { createScriptedLauncher, type ScriptedLauncherOptions } from '../../src/testing/index.ts';

interface Told {
  readonly body: Record<'cartItem' | 'oldCartItem', CartItem | null>;
}

const brief = (item: CartItem | null) => item && [item.cartItemId, item.quantity, item.totalPrice];

/** The two states that an event tells, the old one first, each as id, quantity and total. */
export function statesIn(event: unknown) {
  const { oldCartItem, cartItem } = (event as Told).body;
  return [brief(oldCartItem), brief(cartItem)];
}

/** A selection that a page has asked for and listens to, and the states of items that were told to the page. */
export async function setUp(options: ScriptedLauncherOptions = {}) {
  const rokt = createScriptedLauncher(options);
  void rokt.launcher.selectPlacements({ attributes: {} });
  const selection = await rokt.nextSelection();
  const told: unknown[] = [];
  selection.on('V2_CART_ITEM_UPDATED').subscribe((event) => told.push(statesIn(event)));
  const ask = (cartItemId: string, quantity: unknown) =>
    selection.send('V2_UPDATE_CART_ITEM', { cartItemId, quantity });
  return { rokt, selection, told, ask };
}

/** Lets everything run that is due now. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
