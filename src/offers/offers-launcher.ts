import { toHeldItems, toHeldProducts, UpsellError } from '../model/index.ts';
import { hashAttributes, type Launcher, type LauncherOptions, type Selection } from '../sdk/index.ts';
import { toOffersDocument } from './check-offers.ts';
import type { OffersDocument } from '../contract/wire.ts';
import { Declines } from './declines.ts';
import { fetchOffers, isOffersFile } from './fetch-offers.ts';
import type { OffersPage } from './offers-page.ts';
import { OffersSelection, type OffersWish, pageSessionId } from './offers-selection.ts';

/** Where the offers come from, and where they are drawn. */
export interface OffersLauncherOptions extends LauncherOptions {
  /** Base URL of an upsell service; or the URL of a static file of offers, which its path says by ending in `.json`. Relative to the page. */
  readonly offersUrl?: string;
  /** The offers themselves, in place of a URL. */
  readonly offers?: OffersDocument;
  /** The mount node, or its selector; default `#rokt-placeholder`. */
  readonly target?: string | Element;
  /** Texts of the page's own, over those of its language. */
  readonly messages?: OffersPage['messages'];
  /** How they stand: by their number, unless it is said here. */
  readonly layout?: OffersPage['layout'];
  /** Keeps what is declined in `sessionStorage`, by the session's id; never under `noFunctional`. */
  readonly remember?: OffersPage['remember'];
  /** What says how offers are drawn, where that can change; default: these options. `<rokt-upsell>` names itself. */
  readonly page?: OffersPage;
}

/**
 * The first-party launcher: Rokt's Launcher contract, drawing the page's own offers.
 *
 * Its selections reject with an UpsellError: `offers-unavailable` when they cannot be had, `invalid-offers` with the
 * path of each fault when it is not sound.
 *
 * @throws {TypeError} without `offersUrl` and without `offers`
 */
export async function createOffersLauncher(options: OffersLauncherOptions): Promise<Launcher> {
  const { offersUrl = '', offers, accountId, sessionId, target = '#rokt-placeholder' } = options;
  const { overrideLinkNavigation = false, page = options, noFunctional, noDeviceId } = options;
  if (!offersUrl && !offers)
    throw new TypeError('createOffersLauncher: expected offersUrl or offers, got neither');
  const open = new Set<Selection>();
  let isTerminated = false;
  return {
    async selectPlacements({ attributes, identifier, heldItems }) {
      if (isTerminated) throw new UpsellError('launcher-rejected', 'this launcher was terminated');
      const id = sessionId ?? pageSessionId();
      const request = { url: offersUrl, accountId, sessionId: id, identifier };
      const isKept = page.remember && !noFunctional && !noDeviceId;
      const load = async (wish: OffersWish, signal: AbortSignal) =>
        toOffersDocument(offers ?? (await fetchOffers({ ...request, ...wish }, signal)));
      const selection = new OffersSelection({
        load,
        isSelected: !offers && !isOffersFile(offersUrl),
        attributes,
        heldItems: toHeldItems(heldItems),
        held: toHeldProducts(heldItems),
        target,
        page,
        overrideLinkNavigation,
        declines: new Declines(isKept ? `rokt-upsell-declined ${id}` : undefined),
        sessionId,
      });
      open.add(selection);
      return selection;
    },
    hashAttributes,
    async terminate() {
      isTerminated = true;
      await Promise.allSettled([...open].map((selection) => selection.close()));
    },
  };
}
