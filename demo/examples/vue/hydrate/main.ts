import { createUpsellApp } from './app.ts';

const errors: string[] = [];
const node = document.querySelector('rokt-upsell');
const note = (...words: unknown[]) => void errors.push(words.join(' '));
Object.assign(console, { error: note, warn: note });

const app = createUpsellApp();
app.config.errorHandler = note;
app.mount('#app');
Object.assign(window, { hydration: { errors, node } });
