import { type HeldItem, type HeldItems, toHeldItems } from '../model/index.ts';

/** The page's `heldItems` as the selection hears of them: each value once. */
export class HeldItemsInput {
  /** What the newest selection was started with. */
  #startedWith: unknown;
  /** What the running selection knows, as text. */
  #known = '';

  /** What the next selection is told: all that the cart holds, or undefined where the page has not said it since the last. */
  forStart(value: HeldItems | undefined): HeldItems | undefined {
    const isSet = value != null && value !== this.#startedWith;
    this.#startedWith = value;
    this.#known = textOf(value);
    if (!isSet) return undefined;
    const { isForNextStart = false } = value;
    return Object.assign([...readHeldItems(value)], { isForNextStart });
  }

  /** What the running selection has to hear; undefined where it is nothing new. */
  forRunning(value: HeldItems | undefined): readonly HeldItem[] | undefined {
    const text = textOf(value);
    if (value == null || text === this.#known || value.isForNextStart) return undefined;
    this.#known = text;
    return readHeldItems(value);
  }
}

/** What the cart has none of it does not hold. */
function readHeldItems(value: unknown): readonly HeldItem[] {
  return toHeldItems(value).filter(({ quantity }) => quantity > 0);
}

function textOf(value: HeldItems | undefined): string {
  return value == null ? '' : JSON.stringify(readHeldItems(value));
}
