import type { ReactiveElement } from '@lit/reactive-element';

const COMMAND = '--update-cart-item';

/** Takes up a wish that comes as a DOM event. */
type Request = (wish: unknown) => void;

/** Hears wishes that come as DOM events: `update-cart-item`, or the Invoker command `--update-cart-item`. */
export function listenForCommands(host: ReactiveElement, request: Request): void {
  host.addEventListener('update-cart-item', (event) => request((event as CustomEvent).detail));
  host.addEventListener('command', (event) => {
    const { command, source } = event as Event & { command?: string; source?: Element };
    if (command === COMMAND && source instanceof HTMLElement) request(wishOf(source));
  });
  if (!('commandForElement' in HTMLButtonElement.prototype)) emulateInvoker(host, request);
}

/** Where the engine has no Invoker Commands, hears the buttons' clicks instead. */
function emulateInvoker(host: ReactiveElement, request: Request): void {
  let root: Node | undefined;
  const relay = ({ target, defaultPrevented }: Event) => {
    // Pages dispatch clicks on texts and on the document too.
    const clicked = target instanceof Element ? target : (target as Node).parentElement;
    const ours = `button[commandfor="${CSS.escape(host.id)}"][command="${COMMAND}"]`;
    const button = clicked?.closest<HTMLElement>(ours);
    if (button && !defaultPrevented) request(wishOf(button));
  };
  host.addController({
    hostConnected() {
      root = host.getRootNode();
      root.addEventListener('click', relay);
    },
    hostDisconnected: () => root?.removeEventListener('click', relay),
  });
}

/** The wish that a button's `data-` attributes hold. */
function wishOf(button: HTMLElement): unknown {
  const { cartItemId, catalogItemId, linkedProductId, quantity } = button.dataset;
  return { cartItemId, catalogItemId, linkedProductId, quantity: quantity ? Number(quantity) : quantity };
}
