import { type HeldProduct, isRecord, UpsellError } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  ITEM_WORK,
  type Placement,
  type Selection,
  type Subscriber,
  UPDATE_CART_ITEM,
} from '../sdk/index.ts';
import { MessageHub } from './message-hub.ts';
import { mintId } from './mint-id.ts';
import type { OffersDocument } from '../contract/wire.ts';
import { OfferItems } from './offer-items.ts';
import { OffersPlacement } from './offers-placement.ts';

/** What one selection is made of. */
export interface OffersSelectionOptions {
  /** Fetches the offers, until the signal aborts. */
  load(signal: AbortSignal): Promise<OffersDocument>;
  /** What the page's cart holds already, by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  readonly target: string | Element;
  readonly overrideLinkNavigation: boolean;
  readonly declined: Set<string>;
  readonly sessionId: string | undefined;
}

/** What was selected: the items, and the placements that draw them. */
interface Found {
  readonly items: OfferItems;
  readonly placements: readonly OffersPlacement[];
}

let minted: string | undefined;

/** The session id of a page that was given none: one for all its selections, so that a server can pair them. */
export function pageSessionId(): string {
  minted ??= mintId();
  return minted;
}

/** One selection of the first-party launcher. */
export class OffersSelection implements Selection {
  readonly context: { readonly sessionId: Promise<string> };
  readonly #options: OffersSelectionOptions;
  readonly #messages = new MessageHub();
  readonly #found: Promise<Found>;
  readonly #end = new AbortController();

  constructor(options: OffersSelectionOptions) {
    this.#options = options;
    const offers = options.load(this.#end.signal);
    const sessionId = offers.then((found) => options.sessionId ?? found.sessionId ?? pageSessionId());
    this.context = { sessionId };
    sessionId.catch(() => undefined);
    this.#found = offers.then((found) => this.#place(found));
    // Whoever asks for the placements learns of a failure; nobody has to ask.
    this.#found.catch(() => undefined);
  }

  async getPlacements(): Promise<readonly Placement[]> {
    return (await this.#found).placements;
  }

  async ready(): Promise<void> {
    await Promise.all((await this.#found).placements.map((placement) => placement.ready()));
  }

  on(name: string): Subscriber {
    return this.#messages.on(name);
  }

  /** Reads a message once everything is drawn that will be: only then is it known what a wish can mean. */
  async send(name: string, data: unknown): Promise<void> {
    const { items, placements } = await this.#found;
    await Promise.allSettled(placements.map((placement) => placement.ready()));
    if (this.#end.signal.aborted || !isRecord(data)) return;
    if (name === UPDATE_CART_ITEM) items.wish(data);
    if (name === ITEM_WORK) items.work(data);
  }

  /** Offers stay as they were selected, whatever is added. */
  async setAttributes(): Promise<void> {
    await this.#found;
  }

  async close(): Promise<void> {
    this.#end.abort();
    const placements = await this.#found.then((found) => found.placements).catch(() => []);
    await Promise.all(placements.map((placement) => placement.close()));
  }

  #place({ placements: documents }: OffersDocument): Found {
    if (this.#end.signal.aborted)
      throw new UpsellError('no-selection', 'the selection was closed before it was done');
    const { target, overrideLinkNavigation, held, declined } = this.#options;
    const items = new OfferItems({
      offers: documents.flatMap(({ offers }) => offers),
      held,
      declined,
      draw: () => placements.forEach((placement) => placement.draw()),
      tell: (update, key) => {
        for (const placement of placements) placement.tell(update, key);
        this.#messages.emit(CART_ITEM_UPDATED, update);
      },
    });
    const placements = documents
      .filter(({ offers }) => offers.length > 0)
      .map(
        (document) =>
          new OffersPlacement({
            document,
            target,
            overrideLinkNavigation,
            items,
            send: (name, data) => this.send(name, data),
            emit: (name, body) => this.#messages.emit(name, body),
          }),
      );
    return { items, placements };
  }
}
