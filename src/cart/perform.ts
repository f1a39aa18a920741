import type { UpdateResult } from '../element/index.ts';
import { askElements, askHolders } from './ask.ts';
import { ownerOf } from './both-sides.ts';
import type { Cart, UpsellChange } from './cart.ts';
import { codeOf, type ConnectedElement } from './connected-element.ts';
import type { Effect, Outcome } from './item-state.ts';
import type { Scene } from './tracked-items.ts';

/** Asks the placements for what an effect wants; what comes of it is handed to `end`. */
export function ask(
  { wanted }: Effect & { act: 'ask' },
  scene: Scene,
  end: (outcome: Outcome) => void,
): void {
  const { item, holders, carts } = scene;
  const asked = holders.length > 0 ? holders.map(({ at }) => at) : runningElements(scene);
  const asking = holders.length > 0 ? askHolders(item, carts, wanted) : askElements(item, asked, wanted);
  asking.then(
    ({ outcome }: UpdateResult) => end({ type: 'answered', outcome }),
    (error: unknown) => end({ type: 'unanswered', why: whyUnanswered(error, asked), error }),
  );
}

/** Tells the cart; whether it takes it is handed to `end`. */
export function tell(
  { quantity, outcome }: Effect & { act: 'tell' },
  { item, holders, sides }: Scene,
  cart: Cart,
  end: (outcome: Outcome) => void,
): void {
  const change: UpsellChange = {
    ...item.upsell,
    quantity,
    cartItem: holders[0]?.cartItem ?? item.word?.cartItem,
    cartItems: quantity > 0 ? sides.items : [],
    outcome,
  };
  const taken = () => end({ type: 'taken' });
  const refused = (error: unknown) => end({ type: 'refused', error });
  try {
    const telling: unknown = quantity > 0 ? cart.setUpsell(change) : cart.removeUpsell(change);
    if (isPromise(telling)) telling.then(taken, refused);
    else taken();
  } catch (error) {
    refused(error);
  }
}

/** Who can be asked for an item that nobody holds: whoever had it last first. */
function runningElements({ item, carts }: Scene): readonly ConnectedElement[] {
  const owner = ownerOf(item, [], carts);
  const running = carts.elements.filter((element) => element.isOpenTo(item.key));
  return [...running.filter((one) => one === owner), ...running.filter((one) => one !== owner)];
}

function whyUnanswered(error: unknown, asked: readonly ConnectedElement[]) {
  const code = codeOf(error);
  if (code === 'unknown-item') return 'unknown';
  const isOver = asked.every(
    ({ hasEnded, phase }) => hasEnded || (code === 'no-selection' && phase !== 'ready'),
  );
  return isOver ? 'over' : 'failed';
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';
}
