const COMMAND = '--update-cart-item';

/** Takes up a wish that comes as a DOM event. */
type Request = (wish: unknown) => void;

/** Hears wishes that come as DOM events: `update-cart-item`, or the Invoker command `--update-cart-item`. */
export function listenForCommands(host: HTMLElement, request: Request): void {
  host.addEventListener('update-cart-item', (event) => request((event as CustomEvent).detail));
  host.addEventListener('command', (event) => {
    const { command, source } = event as Event & { command?: string; source?: Element };
    if (command === COMMAND && source instanceof HTMLElement) request(wishOf(source));
  });
}

/** Where the engine has no Invoker Commands, hears the buttons' clicks instead, until `signal` aborts. */
export function emulateInvoker(host: HTMLElement, request: Request, signal: AbortSignal): void {
  if ('commandForElement' in HTMLButtonElement.prototype) return;
  const relay = ({ target, defaultPrevented }: Event) => {
    if (defaultPrevented || !(target instanceof Element)) return;
    const ours = `[commandfor="${CSS.escape(host.id)}"][command="${COMMAND}"]`;
    const button = target.closest<HTMLElement>(ours);
    if (button) request(wishOf(button));
  };
  host.getRootNode().addEventListener('click', relay, { signal });
}

/** The wish that a button's `data-` attributes hold. */
function wishOf(button: HTMLElement): unknown {
  const { cartItemId, catalogItemId, linkedProductId, quantity } = button.dataset;
  return { cartItemId, catalogItemId, linkedProductId, quantity: quantity ? Number(quantity) : quantity };
}
