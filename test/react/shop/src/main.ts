import { createRef, StrictMode, createElement, version } from 'react';
import type { RoktUpsellElement } from 'rokt-upsell';
import type { RoktUpsellProps } from 'rokt-upsell/react';
import { buildCartItem, ScriptedLauncher } from 'rokt-upsell/testing';
import * as root from '#root';
import { toUpsell } from './upsell.tsx';

const container = document.querySelector('#app')!;
const upsell = createRef<RoktUpsellElement>();
const errors: string[] = [];
console.error = (...words: unknown[]) => void errors.push(words.map(String).join(' '));
const strict = (props: RoktUpsellProps) => createElement(StrictMode, null, toUpsell(props, upsell));

const shop = {
  version,
  upsell,
  /** What React has complained of. */
  errors,
  buildCartItem,
  createLauncher: () => new ScriptedLauncher(),
  render: (props: RoktUpsellProps) => root.render(container, strict(props)),
  unmount: () => root.unmount(),
  /** Hydrates what a server has sent, and returns the tag as it was before. */
  hydrate(html: string, props: RoktUpsellProps) {
    container.innerHTML = html;
    const sent = container.querySelector('rokt-upsell');
    root.hydrate(container, strict(props), (error) => void errors.push(String(error)));
    return sent;
  },
};

declare global {
  interface Window {
    shop: typeof shop;
  }
}
window.shop = shop;
