// On a server this does nothing.
import 'rokt-upsell';
import { render as renderComponent } from 'svelte/server';
import { ShopCart } from '../src/cart.svelte.ts';
import { EventLog } from '../src/event-log.svelte.ts';
import Upsell from '../src/Upsell.svelte';

/** The upsell's part of the checkout, as a server sends it. */
export function render(): string {
  return renderComponent(Upsell, { props: { cart: new ShopCart(), log: new EventLog() } }).body;
}
