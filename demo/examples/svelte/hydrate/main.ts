import 'rokt-upsell';
import { hydrate } from 'svelte';
import Upsell from '../src/Upsell.svelte';
import { upsellProps } from './props.ts';

const errors: string[] = [];
const node = document.querySelector('rokt-upsell');
const note = (...words: unknown[]) => void errors.push(words.join(' '));
Object.assign(console, { error: note, warn: note });
addEventListener('error', ({ message }) => note(message));

// A page may be hydrated long after the tag was defined: `?ready` waits until the offers are there.
if (location.search === '?ready')
  await new Promise((heard) => node?.addEventListener('placements-ready', heard));

hydrate(Upsell, { target: document.querySelector('#app') as Element, props: upsellProps() });
Object.assign(window, { hydration: { errors, node } });
