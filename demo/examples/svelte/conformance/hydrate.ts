import 'rokt-upsell';
import { hydrate } from 'svelte';
import { ShopCart } from '../src/cart.svelte.ts';
import { EventLog } from '../src/event-log.svelte.ts';
import Upsell from '../src/Upsell.svelte';

const errors: string[] = [];
const node = document.querySelector('rokt-upsell');
Object.assign(window, { hydration: { errors, node } });
addEventListener('error', ({ message }) => errors.push(message));
for (const level of ['error', 'warn'] as const)
  console[level] = (...words: unknown[]) => errors.push(words.map(String).join(' '));

// A page may be hydrated long after the tag was defined: `?ready` waits until the offers are there.
if (location.search === '?ready')
  await new Promise((heard) => node?.addEventListener('placements-ready', heard));

hydrate(Upsell, {
  target: document.querySelector('#app')!,
  props: { cart: new ShopCart(), log: new EventLog() },
});
