import { createUpsellApp } from './app.ts';

const errors: string[] = [];
const node = document.querySelector('rokt-upsell');
const note = (...words: unknown[]) => void errors.push(words.join(' '));
Object.assign(console, { error: note, warn: note });

// With `?ready` the page is hydrated only when the tag, defined long before, has its offers.
if (new URLSearchParams(location.search).has('ready') && node)
  await new Promise((resolve) => node.addEventListener('placements-ready', resolve, { once: true }));

const app = createUpsellApp();
app.config.errorHandler = note;
app.mount('#app');
Object.assign(window, { hydration: { errors, node } });
