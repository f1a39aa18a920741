import { createOffersLauncher, type OffersDocument } from '../../src/offers/index.ts';
import {
  CART_ITEM_UPDATED,
  type Launcher,
  type LauncherOptions,
  type PlacementAttributes,
  type Selection,
  UPDATE_CART_ITEM,
} from '../../src/sdk/index.ts';
import laptop from '../offers/laptop.json' with { type: 'json' };
import madisonSquareGarden from '../offers/madison-square-garden.json' with { type: 'json' };

/**
 * A launcher script in the manner of the one that Rokt hosts: a classic script that leaves `window.Rokt` behind, knows
 * its offers by the page's attributes, and says nothing of where a change came from. `?fault=` in its own address makes
 * it fail: `rejects`, `no-offers` or `refuses`; the server sees to `script-404` and `never`.
 */
const script = document.currentScript as HTMLScriptElement | null;
const fault = new URL(script?.src || location.href).searchParams.get('fault');

let launcher: Promise<Launcher> | undefined;

window.Rokt = {
  /** One launcher a page, until it is terminated. */
  createLauncher(options) {
    launcher ??= createLauncher(options);
    return launcher;
  },
};

async function createLauncher(options: LauncherOptions): Promise<Launcher> {
  if (fault === 'rejects') {
    launcher = undefined;
    throw new Error(`The account ${String(options.accountId)} is not known here.`);
  }
  const { hashAttributes } = await createOffersLauncher({ ...options, offers: { placements: [] } });
  const made = new Set<Launcher>();
  return {
    ...(hashAttributes ? { hashAttributes } : {}),
    async selectPlacements(input) {
      const chosen = await createOffersLauncher({ ...options, offers: offersFor(input.attributes) });
      made.add(chosen);
      return toHostedSelection(await chosen.selectPlacements(input));
    },
    async terminate() {
      launcher = undefined;
      await Promise.all([...made].map((one) => one.terminate?.()));
    },
  };
}

function offersFor(attributes: PlacementAttributes): OffersDocument {
  if (fault === 'no-offers') return { placements: [] };
  return attributes['eventId'] === '1100526195FA115A' ? madisonSquareGarden : laptop;
}

/** `selection` with messages of the published fields alone, and, if asked to, one that refuses every wish. */
function toHostedSelection(selection: Selection): Selection {
  const quantities = new Map<string, number>();
  selection.on(CART_ITEM_UPDATED).subscribe((event) => {
    const { cartItem, oldCartItem } = (event as UpdateMessage).body;
    const item = cartItem ?? oldCartItem;
    if (item) quantities.set(item.cartItemId, cartItem?.quantity ?? 0);
  });
  return {
    context: selection.context ?? {},
    getPlacements: () => selection.getPlacements(),
    ready: () => selection.ready(),
    setAttributes: (attributes) => selection.setAttributes(attributes),
    close: () => selection.close(),
    on: (name) => ({
      subscribe: (callback) =>
        selection
          .on(name)
          .subscribe((event) => callback(name === CART_ITEM_UPDATED ? toHostedUpdate(event) : event)),
    }),
    send(name, data) {
      if (fault !== 'refuses' || name !== UPDATE_CART_ITEM) return selection.send(name, data);
      // Asked for what it has, a placement answers with the item as it is: a refusal, as Rokt sends one.
      const { cartItemId } = data as { cartItemId: string };
      return selection.send(name, { cartItemId, quantity: quantities.get(cartItemId) ?? 0 });
    },
  };
}

interface UpdateMessage {
  readonly body: Record<'cartItem' | 'oldCartItem', { cartItemId: string; quantity: number } | null>;
}

function toHostedUpdate(event: unknown): UpdateMessage {
  const { cartItem, oldCartItem } = (event as UpdateMessage).body;
  return { ...(event as UpdateMessage), body: { cartItem, oldCartItem } };
}
