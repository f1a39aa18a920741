import { UPDATE_CART_ITEM, CART_ITEM_UPDATED, ITEM_WORK, listen, type Selection } from '../sdk/index.ts';

/** One listener of the page's. */
interface Relayed {
  readonly name: string;
  readonly listener: (event: unknown) => void;
  /** Stops it at the selection that is open. */
  end: AbortController;
}

/** Messages that the element itself sends or reads. */
const OWN_NAMES = [UPDATE_CART_ITEM, CART_ITEM_UPDATED, ITEM_WORK];

/** The page's listeners to Rokt's other messages, whichever selection is open. */
export class MessageRelay {
  readonly #relayed = new Set<Relayed>();
  #selection: Selection | undefined;

  /** From now on the messages of `selection` are relayed, and of no other. */
  attach(selection: Selection | undefined): void {
    this.#selection = selection;
    for (const relayed of this.#relayed) this.#listen(relayed);
  }

  /**
   * Listens to the messages called `name`; the result stops it.
   *
   * @throws {TypeError} for a name that is the element's own
   */
  on(name: string, listener: (event: unknown) => void): () => void {
    refuseOwnName(name);
    const relayed = { name, listener, end: new AbortController() };
    this.#relayed.add(relayed);
    this.#listen(relayed);
    return () => {
      relayed.end.abort();
      this.#relayed.delete(relayed);
    };
  }

  #listen(relayed: Relayed): void {
    relayed.end.abort();
    relayed.end = new AbortController();
    if (this.#selection) listen(this.#selection.on(relayed.name), relayed.end.signal, relayed.listener);
  }
}

/** @throws {TypeError} for the name of a message that the element itself sends or reads */
export function refuseOwnName(name: string): void {
  if (!OWN_NAMES.includes(name)) return;
  throw new TypeError(`${name} is the element's own: use updateCartItem() and the event cart-item-updated`);
}
