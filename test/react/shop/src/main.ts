import { createRef, StrictMode, createElement, type Ref, version } from 'react';
import type { RoktUpsellElement } from 'rokt-upsell';
import type { RoktUpsellProps } from 'rokt-upsell/react';
import { buildCartItem, createScriptedLauncher } from 'rokt-upsell/testing';
import * as root from '#root';
import { UpsellOffers } from './upsell-offers.tsx';
import { toUpsell } from './upsell.tsx';

const container = document.querySelector('#app')!;
const upsell = createRef<RoktUpsellElement>();
const errors: string[] = [];
const strict = (props: RoktUpsellProps, ref: Ref<RoktUpsellElement> = upsell) =>
  createElement(StrictMode, null, toUpsell(props, ref));
for (const level of ['error', 'warn'] as const)
  console[level] = (...words: unknown[]) => void errors.push(words.map(String).join(' '));

const shop = {
  version,
  upsell,
  /** What React and the element have complained of. */
  errors,
  buildCartItem,
  createLauncher: () => createScriptedLauncher(),
  render: (props: RoktUpsellProps) => root.render(container, strict(props)),
  /** Renders it with a ref of the test's own. */
  renderWith: (ref: Ref<RoktUpsellElement>, props: RoktUpsellProps) =>
    root.render(container, strict(props, ref)),
  renderOffers: (props: Parameters<typeof UpsellOffers>[0]) =>
    root.render(container, createElement(StrictMode, null, createElement(UpsellOffers, props))),
  unmount: () => root.unmount(),
  /** Puts what a server has sent into the page, and returns its tag once that has found nothing to select. */
  async receive(html: string) {
    container.innerHTML = html;
    const sent = container.querySelector('rokt-upsell');
    await sent?.updateComplete;
    return sent;
  },
  hydrate: (props: RoktUpsellProps) =>
    root.hydrate(container, strict(props), (error) => void errors.push(String(error))),
};

declare global {
  interface Window {
    shop: typeof shop;
  }
}
window.shop = shop;
