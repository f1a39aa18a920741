import { type CartItemUpdate, isQuantity, isRecord } from '../../model/index.ts';
import { createOffersLauncher } from '../../offers/index.ts';
import {
  CART_ITEM_UPDATED,
  LINK_NAVIGATION_REQUEST,
  type Selection,
  toLinkUrl,
  UPDATE_CART_ITEM,
} from '../../sdk/index.ts';
import { type DrawWish, type FrameMessage, PASSED_ON } from '../protocol.ts';
import { withAbsoluteUrls } from './absolute-urls.ts';
import { type ItemChange, type Manners, mannersOf } from './manners.ts';
import { PlacementItems } from './placement-items.ts';
import { watchHeight } from './watch-height.ts';

/** The offers of one placement, drawn by our own launcher and speaking as Rokt's placements do. */
export class DrawnPlacement {
  readonly #wish: DrawWish;
  readonly #manners: Manners;
  readonly #items: PlacementItems;
  readonly #post: (message: FrameMessage) => void;
  #selection: Selection | undefined;

  constructor(wish: DrawWish, post: (message: FrameMessage) => void) {
    this.#wish = wish;
    this.#manners = mannersOf(wish.manners);
    this.#items = new PlacementItems(wish);
    this.#post = post;
  }

  /** Resolves once the offers are in the frame. */
  async draw(): Promise<void> {
    const { placement, base, overrideLinkNavigation } = this.#wish;
    const { target, ...document } = withAbsoluteUrls(placement, base);
    const launcher = await createOffersLauncher({
      offers: { placements: [document] },
      target: window.document.body,
      overrideLinkNavigation,
    });
    const selection = await launcher.selectPlacements({ attributes: {} });
    this.#selection = selection;
    selection.on(CART_ITEM_UPDATED).subscribe((event) => this.#update((event as UpdateEvent).body));
    for (const name of PASSED_ON) selection.on(name).subscribe((event) => this.#passOn(name, event));
    await selection.ready();
  }

  /** Does with a message of the page's what the manners say, which may be nothing. */
  async send(name: string, data: unknown): Promise<void> {
    // Rokt's ignores a body with a price, whatever else is in it.
    if (name !== UPDATE_CART_ITEM || !isRecord(data) || 'unitPrice' in data) return;
    const { cartItemId, quantity } = data;
    if (typeof cartItemId === 'string' && isQuantity(quantity)) await this.#carryOut(cartItemId, quantity);
  }

  async #carryOut(askedId: string, quantity: number): Promise<void> {
    const item = this.#items.find(askedId, this.#manners.remembersIds);
    if (!item) {
      const cleared = this.#items.isElsewhere(askedId)
        ? undefined
        : this.#manners.answerUnknown(askedId, quantity);
      if (cleared) this.#tell(cleared);
      return;
    }
    const { refusesWishes } = this.#wish;
    const granted = this.#manners.grant(refusesWishes ? item.held : quantity, item);
    if (granted === undefined) return;
    this.#items.askedAs(item.cartItemId, askedId);
    await this.#selection?.send(UPDATE_CART_ITEM, { cartItemId: item.cartItemId, quantity: granted });
    this.#items.askedAs(item.cartItemId, item.cartItemId);
  }

  #update(update: CartItemUpdate): void {
    this.#tell(this.#items.note(update));
  }

  #passOn(name: string, event: unknown): void {
    if (name === LINK_NAVIGATION_REQUEST) return this.#say(name, this.#manners.toLinkEvent(toLinkUrl(event)));
    if (name === 'PLACEMENT_READY') this.#open();
    this.#say(name, { body: {} });
  }

  /** It has its height before it is ready, so that nothing moves afterwards. */
  #open(): void {
    watchHeight(document.body, (height) => this.#post({ rokt: 'height', height }));
    if (!this.#manners.announcesAgain) return;
    setTimeout(() => {
      for (const cartItem of this.#items.held) this.#tell({ cartItem, oldCartItem: null });
    });
  }

  #tell(change: ItemChange): void {
    for (const name of this.#manners.messages) this.#say(name, { body: this.#manners.toBody(change) });
  }

  #say(name: string, event: object): void {
    this.#post({ rokt: 'told', name, event: { type: name, ...event } });
  }
}

interface UpdateEvent {
  readonly body: CartItemUpdate;
}
