import {
  type ItemStates,
  oldQuantity,
  newQuantity,
  toUpsellError,
  updatedItem,
  type UpsellError,
  type UpsellState,
} from '../model/index.ts';
import type { UpdateWish } from '../selection/index.ts';

export interface RollBackOptions {
  state(): UpsellState;
  updateCartItem(wish: UpdateWish): Promise<unknown>;
  /** The placement could not be sent back. */
  failed(wish: UpdateWish, error: UpsellError): void;
}

/** Sends a placement back to its old quantity when the page's own cart does not take a change. */
export class RollBack {
  readonly #options: RollBackOptions;
  readonly #underWay = new Set<string>();

  constructor(options: RollBackOptions) {
    this.#options = options;
  }

  /**
   * The `waitUntil` of the event that tells `fact`.
   *
   * A change that a newer one has replaced is left as it is, and the answer to a roll-back is not rolled back again.
   */
  waitUntilFor(update: ItemStates): (work: Promise<unknown>) => void {
    const { cartItemId } = update.cartItem ?? updatedItem(update);
    const isAnswer = this.#underWay.has(cartItemId);
    return (work) => {
      Promise.resolve(work).catch(() => {
        const held = this.#options.state().cartItems.find((item) => item.cartItemId === cartItemId);
        const isNewest = (held?.quantity ?? 0) === newQuantity(update);
        if (!isAnswer && isNewest) void this.#sendBack({ cartItemId, quantity: oldQuantity(update) });
      });
    };
  }

  async #sendBack(wish: { readonly cartItemId: string; readonly quantity: number }): Promise<void> {
    this.#underWay.add(wish.cartItemId);
    try {
      await this.#options.updateCartItem(wish);
    } catch (thrown) {
      this.#options.failed(wish, toUpsellError(thrown, 'update-timeout'));
    }
    this.#underWay.delete(wish.cartItemId);
  }
}
