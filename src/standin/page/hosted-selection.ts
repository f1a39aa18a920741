import type { PlacementDocument } from '../../offers/index.ts';
import { nearestLang } from '../../offers/nearest-lang.ts';
import type { Placement, PlacementAttributes, Selection, Subscriber } from '../../sdk/index.ts';
import type { MannersName, SelectAnswer } from '../protocol.ts';
import type { Frame } from './frame.ts';
import { HostedPlacement, TARGET } from './hosted-placement.ts';
import type { Impressions } from './impressions.ts';
import type { Settings } from './settings.ts';
import { Subscribers } from './subscribers.ts';

/** What one selection is made of. */
export interface HostedSelectionOptions {
  readonly accountId: string;
  /** The address of its frames. */
  readonly url: URL;
  /** The frame that chooses the offers; the selection's own from now on. */
  readonly controller: Frame;
  /** The session that all selections of the launcher belong to, once one has told it. */
  readonly known: { sessionId: string | undefined };
  readonly impressions: Impressions;
  readonly attributes: PlacementAttributes;
  readonly identifier: string | undefined;
  readonly overrideLinkNavigation: boolean;
  readonly manners: MannersName;
  readonly fault: Settings['fault'];
  closed(): void;
}

/** One selection of the stand-in: a hidden frame has chosen the offers, and others draw them. */
export class HostedSelection implements Selection {
  readonly context: { readonly sessionId: Promise<string> };
  readonly #options: HostedSelectionOptions;
  readonly #subscribers: Subscribers;
  readonly #placements: Promise<readonly HostedPlacement[]>;
  #isClosed = false;

  constructor(options: HostedSelectionOptions) {
    this.#options = options;
    this.#subscribers = new Subscribers(options.manners);
    const selected = this.#select();
    this.context = { sessionId: selected.then(({ sessionId }) => sessionId) };
    this.context.sessionId.catch(() => undefined);
    this.#placements = selected.then(({ placements }) => this.#place(placements));
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
    return this.#subscribers.on(name);
  }

  async send(name: string, data: unknown): Promise<void> {
    await Promise.all((await this.#placements).map((placement) => placement.send(name, data)));
  }

  /** They are cloned for the frames: plain data only. The offers stay as they were chosen. */
  async setAttributes(attributes: PlacementAttributes): Promise<void> {
    await this.#options.controller.call('setAttributes', attributes);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // It ends a selection that is not done, too.
    this.#options.controller.remove();
    this.#options.closed();
    const placements = await this.#placements.catch(() => []);
    await Promise.all(placements.map((placement) => placement.close()));
  }

  async #select(): Promise<SelectAnswer> {
    const { controller, accountId, identifier, attributes, known } = this.#options;
    const { sessionId } = known;
    const lang = nearestLang(document.querySelector(TARGET) ?? document.documentElement);
    const answer = await controller.call('select', { accountId, sessionId, identifier, attributes, lang });
    known.sessionId ??= answer.sessionId;
    return answer;
  }

  #place(documents: readonly PlacementDocument[]): readonly HostedPlacement[] {
    if (this.#isClosed) throw new Error('The selection was closed before it was done.');
    const { url, manners, impressions, fault, overrideLinkNavigation } = this.#options;
    if (fault === 'no-offers') return [];
    const refusesWishes = fault === 'refuses';
    return documents.map((document) => {
      const idsElsewhere = documents.filter((other) => other !== document).flatMap(idsIn);
      const earlierIds = impressions.note(document);
      const wish = { manners, overrideLinkNavigation, refusesWishes, idsElsewhere, earlierIds };
      const emit = (name: string, event: unknown) => this.#subscribers.tell(name, event);
      return new HostedPlacement({ url, document, manners, wish, emit });
    });
  }
}

function idsIn({ offers }: PlacementDocument): string[] {
  return offers.flatMap(({ cartItem }) => cartItem.cartItemId ?? []);
}
