import { canonicalJson, type HeldItem, type HeldProduct, isRecord, UpsellError } from '../model/index.ts';
import {
  CART_ITEM_UPDATED,
  ITEM_WORK,
  type Placement,
  type PlacementAttributes,
  type Selection,
  type Subscriber,
  UPDATE_CART_ITEM,
  UPSELL_ERROR,
} from '../sdk/index.ts';
import { MessageHub } from './message-hub.ts';
import { mintId } from './mint-id.ts';
import type { Declines } from './declines.ts';
import type { OffersDocument } from '../contract/wire.ts';
import { nearestLang } from './nearest-lang.ts';
import type { OffersPage } from './offers-page.ts';
import { NewestAnswer } from './newest-answer.ts';
import { ShownOffers } from './shown-offers.ts';

/** What offers are chosen by, as it is when they are asked for. */
export interface OffersWish {
  readonly attributes: PlacementAttributes;
  readonly heldItems: readonly HeldItem[];
  /** The page's language where the offers are drawn; empty where it says none. */
  readonly lang: string;
}

/** What one selection is made of. */
export interface OffersSelectionOptions {
  /** Fetches the offers, until the signal aborts. */
  load(wish: OffersWish, signal: AbortSignal): Promise<OffersDocument>;
  /** True: they are selected by attributes and language. A file is the same for everybody, and read once. */
  readonly isSelected: boolean;
  readonly attributes: PlacementAttributes;
  /** What the page's cart holds already. */
  readonly heldItems: readonly HeldItem[];
  /** The same by product key. */
  readonly held: ReadonlyMap<string, HeldProduct>;
  readonly target: string | Element;
  /** What says how they are drawn. */
  readonly page: OffersPage;
  readonly overrideLinkNavigation: boolean;
  readonly declines: Declines;
  readonly sessionId: string | undefined;
}

let minted: string | undefined;

/** The session id of a page that was given none: one for all its selections, so that a server can pair them. */
export function pageSessionId(): string {
  minted ??= mintId();
  return minted;
}

/** One selection of the first-party launcher. It asks again when what offers are chosen by has changed. */
export class OffersSelection implements Selection {
  readonly context: { readonly sessionId: Promise<string> };
  readonly #options: OffersSelectionOptions;
  readonly #messages = new MessageHub();
  readonly #shown: Promise<ShownOffers>;
  readonly #end = new AbortController();
  readonly #newest = new NewestAnswer();
  #attributes: PlacementAttributes;
  /** In which language it was asked last. */
  #lang = '';

  constructor(options: OffersSelectionOptions) {
    this.#options = options;
    this.#attributes = options.attributes;
    const offers = this.#load(options.heldItems, this.#end.signal);
    const sessionId = offers.then((found) => options.sessionId ?? found.sessionId ?? pageSessionId());
    this.context = { sessionId };
    sessionId.catch(() => undefined);
    this.#shown = offers.then((document) => this.#show(document));
    // Whoever asks for the placements learns of a failure; nobody has to ask.
    this.#shown.catch(() => undefined);
  }

  async getPlacements(): Promise<readonly Placement[]> {
    return (await this.#shown).placements;
  }

  async ready(): Promise<void> {
    await Promise.all((await this.#shown).placements.map((placement) => placement.ready()));
  }

  on(name: string): Subscriber {
    return this.#messages.on(name);
  }

  /** Reads a message once everything is drawn that will be: only then is it known what a wish can mean. */
  async send(name: string, data: unknown): Promise<void> {
    const shown = await this.#shown;
    await shown.settled();
    if (this.#end.signal.aborted || !isRecord(data)) return;
    const { items } = shown;
    if (name === UPDATE_CART_ITEM) items.wish(data);
    if (name === ITEM_WORK) items.work(data);
  }

  /**
   * Adds to the attributes, and asks for the offers again where that changes any. Rejects as the asking does, and leaves what is
   * shown; resolves where a newer change has overtaken this one.
   */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    const before = canonicalJson(this.#attributes);
    this.#attributes = { ...this.#attributes, ...attributes };
    const isChanged = before === undefined || canonicalJson(this.#attributes) !== before;
    if (isChanged && this.#options.isSelected) await this.#askAgain();
  }

  async close(): Promise<void> {
    this.#end.abort();
    this.#newest.end();
    const placements = await this.#shown.then((shown) => shown.placements).catch(() => []);
    await Promise.all(placements.map((placement) => placement.close()));
  }

  async #askAgain(): Promise<void> {
    // That it failed is known to whoever selected.
    const shown = await this.#shown.catch(() => undefined);
    await shown?.settled();
    if (!shown?.placements.length || this.#end.signal.aborted) return;
    await this.#newest.ask(
      (signal) => this.#load(shown.items.toHeldItems(), signal),
      (document) => shown.take(document),
    );
  }

  /** Nobody waits for what the page's language brings: a failure is a message. */
  #followLang(): void {
    if (this.#options.isSelected && this.#lang !== this.#pageLang())
      this.#askAgain().catch((error: unknown) => this.#complain(error));
  }

  #load(heldItems: readonly HeldItem[], signal: AbortSignal): Promise<OffersDocument> {
    this.#lang = this.#pageLang();
    return this.#options.load({ attributes: this.#attributes, heldItems, lang: this.#lang }, signal);
  }

  /** The page's language where the offers are drawn, or will be; empty where an attribute says in which they are to be. */
  #pageLang(): string {
    if (hasLocale(this.#attributes)) return '';
    const { target } = this.#options;
    const mount = typeof target === 'string' ? document.querySelector(target) : target;
    return nearestLang(mount ?? document.documentElement);
  }

  #complain(error: unknown): void {
    this.#messages.emit(UPSELL_ERROR, { error });
  }

  #show(document: OffersDocument): ShownOffers {
    if (this.#end.signal.aborted)
      throw new UpsellError('no-selection', 'the selection was closed before it was done');
    return new ShownOffers(document, {
      ...this.#options,
      send: (name, data) => this.send(name, data),
      emit: (name, body) => this.#messages.emit(name, body),
      languageChanged: () => this.#followLang(),
      tell: (update) => this.#messages.emit(CART_ITEM_UPDATED, update),
      fail: (cause) => this.#complain(new UpsellError('placement-failed', 'it joined later', { cause })),
    });
  }
}

/** True: the page has said in which language the offers are to be. */
export function hasLocale({ locale }: PlacementAttributes): boolean {
  return locale != null && locale !== '';
}
