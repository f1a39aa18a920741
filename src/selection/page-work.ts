import type { CartItem, CartItemUpdated } from '../model/index.ts';
import type { Change, Item } from './item.ts';
import type { OpenSelection } from './open-selection.ts';

/** Takes a work of the page's; only while its event is dispatched. */
export type WaitUntil = (work: Promise<unknown>) => void;

/** All works of an item are in and its newest change was refused: it goes back to what the page has taken. */
export type WhenRefused = (item: Item, taken: CartItem | null, open: OpenSelection | undefined) => void;

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
  { open, isFinal }: { readonly open: OpenSelection | undefined; readonly isFinal: boolean },
  refused: WhenRefused,
  dispatch: (waitUntil: WaitUntil) => void,
): void {
  const works: Promise<unknown>[] = [];
  let isTelling = true;
  dispatch((work) => {
    if (!isTelling) throw new DOMException('waitUntil: the event is over', 'InvalidStateError');
    works.push(work);
  });
  isTelling = false;
  const isWorkedOn = works.length > 0;
  // Told anew is not changed; unless the page works on it nonetheless.
  if (kind === 'unchanged' && !isWorkedOn) return;
  if (item.taken === undefined) item.taken = oldCartItem;
  item.rollBack?.abort();
  const change: Change = { cartItem, open, work: isWorkedOn ? 'pending' : 'none' };
  item.changes.push(change);
  if (!isWorkedOn) return settle(item, refused);
  open?.showWork(item, 'pending');
  void Promise.allSettled(works).then((ends) => {
    const isRefused = !isFinal && ends.some(({ status }) => status === 'rejected');
    change.work = isRefused ? 'failed' : 'done';
    settle(item, refused);
  });
}

/** Once all works of an item are in. */
function settle(item: Item, refused: WhenRefused): void {
  const { changes } = item;
  const newest = changes.at(-1);
  if (!newest || changes.some(({ work }) => work === 'pending')) return;
  const taken = changes.filter(({ work }) => work !== 'failed').at(-1);
  item.changes = [];
  if (taken) item.taken = taken.cartItem;
  const { open, work } = newest;
  const isRefused = work === 'failed';
  if (changes.some((change) => change.work !== 'none')) open?.showWork(item, isRefused ? 'failed' : 'done');
  if (isRefused) refused(item, item.taken ?? null, open);
}
