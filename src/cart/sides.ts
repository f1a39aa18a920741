import type { CartUpsell, ConnectCartOptions, UpsellElement } from './cart.ts';
import { type ConnectedElements, phaseOf } from './connected.ts';
import { type Item, sumOf } from './item.ts';
import type { Sides } from './item-state.ts';
import type { Products } from './read-lines.ts';

/** Both sides of an item. */
export function sidesOf(
  { units, lineUpsell, placed, version, upsell, isNamed, isAsked }: Item,
  products: Products,
  { policy }: ConnectCartOptions,
  elements: ConnectedElements,
  selection: number,
): Sides {
  const { cartItemId, linkedProductId, quantityMustBeSynchronized } = upsell as CartUpsell;
  const product = products.get(linkedProductId ?? '')?.units ?? 0;
  const named = quantityMustBeSynchronized ? 'synchronized' : policy;
  const newest = placed.at(-1);
  return {
    // What has never made sense is none.
    line: units || 0,
    placed: newest || isNamed ? sumOf(placed) : undefined,
    version,
    hasId: lineUpsell?.cartItemId === cartItemId,
    product: linkedProductId === undefined || Number.isNaN(product) ? undefined : product,
    policy: typeof policy === 'function' ? policy(upsell as CartUpsell) : (named as Sides['policy']),
    selection,
    // Who has yet to answer is not asked again.
    access: isAsked ? 'opening' : accessTo(newest ? [newest.element] : [...elements.keys()], elements),
  };
}

/** Whether one of `holders` can be asked: once all have opened, and have asked themselves for what they held before. */
function accessTo(holders: readonly UpsellElement[], elements: ConnectedElements): Sides['access'] {
  const phases = holders.map((element) => (elements.get(element)?.isOpening ? 'loading' : phaseOf(element)));
  if (phases.includes('loading')) return 'opening';
  if (phases.includes('ready')) return 'open';
  return phases.includes('idle') || phases.includes(undefined) ? 'idle' : 'over';
}
