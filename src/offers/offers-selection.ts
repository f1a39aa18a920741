import { UpsellError } from '../model/index.ts';
import type { Placement, PlacementAttributes, Selection, Subscriber } from '../sdk/index.ts';
import { readCartItems } from './cart-items-attribute.ts';
import { MessageHub } from './message-hub.ts';
import type { OffersDocument } from './offers-document.ts';
import { OffersPlacement } from './offers-placement.ts';

export interface OffersSelectionOptions {
  readonly document: Promise<OffersDocument>;
  readonly attributes: PlacementAttributes;
  readonly target: string | Element;
  readonly overrideLinkNavigation: boolean;
  readonly declined: Set<string>;
  readonly sessionId: string;
}

/** One selection of the first-party launcher. */
export class OffersSelection implements Selection {
  readonly context: { readonly sessionId: Promise<string> };
  readonly #options: OffersSelectionOptions;
  readonly #messages = new MessageHub();
  readonly #placements: Promise<readonly OffersPlacement[]>;
  #isClosed = false;

  constructor(options: OffersSelectionOptions) {
    this.#options = options;
    this.context = { sessionId: Promise.resolve(options.sessionId) };
    this.#placements = options.document.then((offers) => this.#place(offers));
    // Whoever asks for the placements learns of a failure; nobody has to ask.
    this.#placements.catch(() => undefined);
  }

  getPlacements(): Promise<readonly Placement[]> {
    return this.#placements;
  }

  async ready(): Promise<void> {
    await Promise.all((await this.#placements).map((placement) => placement.ready()));
  }

  on(name: string): Subscriber {
    return this.#messages.on(name);
  }

  async send(name: string, data: unknown): Promise<void> {
    await Promise.all((await this.#placements).map((placement) => placement.send(name, data)));
  }

  /** A static file holds the same offers whatever is added. */
  async setAttributes(): Promise<void> {
    await this.#placements;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const placements = await this.#placements.catch(() => []);
    await Promise.all(placements.map((placement) => placement.close()));
  }

  #place({ placements }: OffersDocument): readonly OffersPlacement[] {
    if (this.#isClosed) throw new UpsellError('no-selection', 'the selection was closed before it was done');
    const { attributes, target, overrideLinkNavigation, declined } = this.#options;
    const known = readCartItems(attributes);
    return placements
      .filter(({ offers }) => offers.length > 0)
      .map(
        (document) =>
          new OffersPlacement({
            document,
            target,
            overrideLinkNavigation,
            known,
            declined,
            emit: (name, body) => this.#messages.emit(name, body),
          }),
      );
  }
}
