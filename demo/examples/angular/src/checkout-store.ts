import { computed, effect, inject, Injectable, Injector, signal, untracked } from '@angular/core';
import type { Cart, UpsellChange } from 'rokt-upsell/cart';
import concert from '../../../stories/concert.json';
import * as shop from '../../shared/shop.js';

/** The shop's own cart, as any shop has one and as `connectCart` takes it, and its order: what the shop has said of it last. */
@Injectable({ providedIn: 'root' })
export class CheckoutStore implements Cart {
  readonly cart = signal<shop.CartState>(shop.openCart(concert));
  readonly flow = signal(shop.flowStart);
  readonly lines = computed(() => shop.connectedLines(this.cart()));
  readonly cartView = computed(() => shop.cartView(this.cart(), this.flow()));
  readonly orderView = computed(() => shop.orderView(this.flow()));
  readonly order = new shop.OrderFlow((state) => this.flow.set(state));
  readonly event = concert.event;
  readonly #injector = inject(Injector);

  /** Goes on with the order that the page's address names. */
  async resume(): Promise<void> {
    const kept = await this.order.resume();
    if (kept) this.cart.set(kept);
  }

  /** The shopper wants so many of a line; of an upsell only the placement, where one is on the page, says how many there are. */
  want(key: string, quantity: number): void {
    this.cart.update((cart) => shop.withWanted(cart, key, quantity, this.flow().step === 'extras'));
  }

  subscribe(listener: () => void): () => void {
    const hear = () => {
      this.cart();
      // What it reads is no reason to run again.
      untracked(listener);
    };
    const watching = effect(hear, { injector: this.#injector });
    return () => watching.destroy();
  }

  /** The placement's word on an upsell, which answers the shopper's wish. */
  setUpsell(change: UpsellChange): void {
    this.cart.update((cart) => shop.withUpsell(cart, change));
  }

  /** The placements hold none of it any more. */
  removeUpsell(change: UpsellChange): void {
    this.cart.update((cart) => shop.withoutUpsell(cart, change));
  }
}
