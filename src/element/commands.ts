import type { UpdateResult, UpdateWish } from '../selection/index.ts';
import { toUpsellEvent } from './events.ts';

const COMMAND = '--update-cart-item';

/** An element that wishes can be sent to. */
export interface UpdateTarget extends HTMLElement {
  updateCartItem(wish: UpdateWish): Promise<UpdateResult>;
}

/** Hears wishes that come as DOM events: `update-cart-item`, or the Invoker command `--update-cart-item`. */
export function listenForCommands(host: UpdateTarget): void {
  host.addEventListener('update-cart-item', (event) => request(host, (event as CustomEvent).detail));
  host.addEventListener('command', (event) => {
    const { command, source } = event as Event & { command?: string; source?: Element };
    if (command === COMMAND && source instanceof HTMLElement) request(host, wishOf(source));
  });
}

/** Where the engine has no Invoker Commands, hears the buttons' clicks instead, until `signal` aborts. */
export function emulateInvoker(host: UpdateTarget, signal: AbortSignal): void {
  if ('commandForElement' in HTMLButtonElement.prototype) return;
  const relay = (event: Event) => {
    const ours = `[commandfor="${CSS.escape(host.id)}"][command="${COMMAND}"]`;
    const button = (event.target as Element).closest<HTMLElement>(ours);
    if (button && !event.defaultPrevented) request(host, wishOf(button));
  };
  host.getRootNode().addEventListener('click', relay, { signal });
}

/** Tells that `wish` was not fulfilled, to those who have no promise to learn it from. */
export function failUpdate(host: HTMLElement, wish: unknown, error: Error): void {
  host.dispatchEvent(toUpsellEvent('update-failed', { ...(wish as object), error }));
}

function request(host: UpdateTarget, wish: unknown): void {
  host.updateCartItem(wish as UpdateWish).catch((error: unknown) => failUpdate(host, wish, error as Error));
}

/** The wish that a button's `data-` attributes hold. */
function wishOf(button: HTMLElement): unknown {
  const { cartItemId, catalogItemId, linkedProductId, quantity } = button.dataset;
  return { cartItemId, catalogItemId, linkedProductId, quantity: quantity ? Number(quantity) : quantity };
}
