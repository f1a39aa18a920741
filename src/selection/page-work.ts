import type { CartItem, CartItemUpdated } from '../model/index.ts';
import type { Item } from './item.ts';

/** How the page's own work on an item goes. */
export type WorkState = 'pending' | 'done' | 'failed';

/** Takes a work of the page's; only while its event is dispatched. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** What is to be done about the page's work. */
export interface WorkListener {
  /** The work on an item begins, or has ended. */
  worked(item: Item, state: WorkState, run: unknown): void;
  /** All works of an item are in and its newest change was refused: it goes back to what the page has taken. */
  refused(item: Item, taken: CartItem | null, run: unknown): void;
}

/**
 * Tells a change by `dispatch`, and follows the works that the page hands in meanwhile.
 *
 * The newest change whose works all resolved is what the page has taken; one without works is taken at once.
 *
 * @param isFinal nothing takes it back: it is the way back itself, or nobody is left who could hold the item
 */
export function trackChange(
  item: Item,
  { cartItem, oldCartItem, change: kind }: CartItemUpdated,
  { run, isFinal }: { readonly run: unknown; readonly isFinal: boolean },
  listener: WorkListener,
  dispatch: (waitUntil: WaitUntil) => void,
): void {
  const change = { cartItem, run, works: 0, pending: 0, isRefused: false };
  let isTelling = true;
  const follow = (work: Promise<unknown>) => {
    change.works += 1;
    change.pending += 1;
    const end = (isRefused: boolean) => {
      change.pending -= 1;
      change.isRefused ||= isRefused && !isFinal;
      settle(item, listener);
    };
    Promise.resolve(work).then(
      () => end(false),
      () => end(true),
    );
  };
  dispatch((work) => {
    if (!isTelling) throw new DOMException('waitUntil: the event is over', 'InvalidStateError');
    follow(work);
  });
  isTelling = false;
  // Told anew is not changed; unless the page works on it nonetheless.
  if (kind === 'unchanged' && change.works === 0) return;
  if (item.taken === undefined) item.taken = oldCartItem;
  item.wayBack.abort();
  item.changes.push(change);
  if (change.works > 0) listener.worked(item, 'pending', run);
  else settle(item, listener);
}

/** Once all works of an item are in. */
function settle(item: Item, listener: WorkListener): void {
  const { changes } = item;
  const newest = changes.at(-1);
  if (!newest || changes.some(({ pending }) => pending > 0)) return;
  const accepted = changes.filter(({ isRefused }) => !isRefused).at(-1);
  item.changes = [];
  if (accepted) item.taken = accepted.cartItem;
  const { run, isRefused } = newest;
  if (changes.some(({ works }) => works > 0)) listener.worked(item, isRefused ? 'failed' : 'done', run);
  if (isRefused) listener.refused(item, item.taken ?? null, run);
}
