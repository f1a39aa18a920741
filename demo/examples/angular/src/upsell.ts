import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  type ElementRef,
  inject,
  Injector,
  viewChild,
} from '@angular/core';
import type { RoktUpsellElement } from 'rokt-upsell';
import { connectCart } from 'rokt-upsell/cart';
import { EventLog } from './event-log';
import { eventAttributes, money } from './shop';
import { ShopCart } from './shop-cart';
import { toUpsellCart } from './upsell-cart';

/** The offers of the upsell, in step with the cart. */
@Component({
  selector: 'section[app-upsell]',
  // The tag is the browser's, not a component of Angular's.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'upsell', 'aria-label': 'Extras for your order', '[attr.data-phase]': 'log.phase()' },
  template: `
    <rokt-upsell
      #upsell
      account-id="222"
      identifier="checkout.upsell"
      [attr.offers-url]="isHosted ? null : '/offers/madison-square-garden.json'"
      [attr.sdk-url]="isHosted ? standIn : null"
      [placementAttributes]="attributes()"
      (cart-item-updated)="log.note($event)"
      (placements-loading)="log.note($event)"
      (placements-ready)="log.note($event)"
      (placements-empty)="log.note($event)"
      (placements-failed)="log.note($event)"
      (placements-closed)="log.note($event)"
      (offer-engaged)="log.note($event)"
      (link-requested)="log.note($event)"
      (upsell-error)="log.note($event)"
      (update-failed)="log.note($event)"
    >
      <p slot="loading" class="upsell-note">Looking for extras for your order …</p>
      <p slot="failed" class="upsell-note">Extras cannot be shown right now. Your order is not affected.</p>
    </rokt-upsell>
  `,
})
export class Upsell {
  protected readonly log = inject(EventLog);
  protected readonly isHosted = new URLSearchParams(location.search).get('launcher') === 'hosted';
  /** The stand-in for Rokt's launcher: this page's server by its other name, which is another site. */
  protected readonly standIn = `http://localhost:${location.port}/wsdk/integrations/launcher.js${location.search}`;
  readonly #cart = inject(ShopCart);
  protected readonly attributes = computed(() => ({
    ...eventAttributes,
    cartTotal: money.toDecimal(this.#cart.total()),
  }));
  private readonly upsell = viewChild.required<ElementRef<RoktUpsellElement>>('upsell');

  constructor() {
    const injector = inject(Injector);
    const destroyed = inject(DestroyRef);
    afterNextRender(() => destroyed.onDestroy(this.#connect(injector)));
  }

  #connect(injector: Injector): () => void {
    return connectCart(this.upsell().nativeElement, toUpsellCart(this.#cart, injector), {
      onConflict: ({ kind, cartItemId, cartQuantity, placementQuantity, wanted }) => {
        this.log.add('conflict', { kind, cartItemId, cartQuantity, placementQuantity, wanted });
        this.#cart.dropWish(cartItemId);
      },
    });
  }
}
