import { UpsellError } from '../model/index.ts';
import type { Placement, PlacementAttributes, Selection, Subscriber } from '../sdk/index.ts';
import { readCartItems } from './cart-items-attribute.ts';
import { MessageHub } from './message-hub.ts';
import { mintId } from './mint-id.ts';
import type { OffersDocument } from '../contract/wire.ts';
import { OffersPlacement } from './offers-placement.ts';

export interface OffersSelectionOptions {
  /** Fetches the offers, until the signal aborts. */
  load(signal: AbortSignal): Promise<OffersDocument>;
  readonly attributes: PlacementAttributes;
  readonly target: string | Element;
  readonly overrideLinkNavigation: boolean;
  readonly declined: Set<string>;
  readonly sessionId: string | undefined;
}

let minted: string | undefined;

/** The session id of a page that was given none: one for all its selections, so that a server can pair them. */
export function pageSessionId(): string {
  return (minted ??= mintId());
}

/** One selection of the first-party launcher. */
export class OffersSelection implements Selection {
  readonly context: { readonly sessionId: Promise<string> };
  readonly #options: OffersSelectionOptions;
  readonly #messages = new MessageHub();
  readonly #placements: Promise<readonly OffersPlacement[]>;
  readonly #end = new AbortController();

  constructor(options: OffersSelectionOptions) {
    this.#options = options;
    const offers = options.load(this.#end.signal);
    const sessionId = offers.then((found) => options.sessionId ?? found.sessionId ?? pageSessionId());
    this.context = { sessionId };
    sessionId.catch(() => undefined);
    this.#placements = offers.then((found) => this.#place(found));
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

  /** Offers stay as they were selected, whatever is added. */
  async setAttributes(): Promise<void> {
    await this.#placements;
  }

  async close(): Promise<void> {
    this.#end.abort();
    const placements = await this.#placements.catch(() => []);
    await Promise.all(placements.map((placement) => placement.close()));
  }

  #place({ placements }: OffersDocument): readonly OffersPlacement[] {
    if (this.#end.signal.aborted)
      throw new UpsellError('no-selection', 'the selection was closed before it was done');
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
