import type fc from 'fast-check';
import { align } from '../../src/cart/align.ts';
import type { Alignment, Effect, ItemEvent, ItemState, Memory } from '../../src/cart/item-state.ts';
import type { HeldItems } from '../../src/model/index.ts';
import { type Course, courses } from './courses/course.ts';
import type { Planted } from './courses/shop-page.ts';
import { SimulatedElement } from './courses/simulated-element.ts';

/** A fault that a bridge between two carts is known to have. */
export interface Mutant {
  readonly name: string;
  readonly planted: Planted;
  /** Which courses look for it; any, where it is left out. */
  readonly among?: fc.Arbitrary<Course>;
}

/** The reducer with each effect replaced by what `distort` makes of it; undefined is none. */
function withEffects(distort: (effect: Effect, event: ItemEvent) => Effect | undefined): Planted {
  return {
    align(before, event) {
      const { state, effect } = align(before, event);
      return { state, effect: effect && distort(effect, event) };
    },
  };
}

/** The reducer that has an effect of this kind carried out twice. */
function twice(act: Effect['act']): Planted {
  const done = new WeakMap<ItemState, Effect>();
  return {
    align(before, event) {
      const effect = done.get(before);
      if (effect) return { state: { ...before }, effect };
      const next = align(before, event);
      if (next.effect?.act === act) done.set(next.state, next.effect);
      return next;
    },
  };
}

/** The reducer over other events. */
function withEvents(distort: (event: ItemEvent) => ItemEvent): Planted {
  return { align: (state, event) => align(state, distort(event)) };
}

/** The reducer with something else done after what was under way has ended. */
function after(
  kind: ItemState['doing']['kind'],
  distort: (next: Alignment, event: ItemEvent) => Alignment,
): Planted {
  return {
    align(before, event) {
      const next = align(before, event);
      return event.ended && before.doing.kind === kind ? distort(next, event) : next;
    },
  };
}

/** An item of which nothing is under way is asked for, once more. */
function askAgain({ state, effect }: Alignment, { sides }: ItemEvent, wanted = sides.placed): Alignment {
  if (state.doing.kind !== 'settled' || effect || sides.access !== 'open' || !wanted)
    return { state, effect };
  const doing = { kind: 'asking', wanted, refused: '', isWish: false } as const;
  return { state: { ...state, seen: sides.line, doing }, effect: { act: 'ask', wanted } };
}

/** What is remembered is something else. */
function forgetting(state: ItemState, memory: Memory): ItemState {
  return { ...state, ...memory };
}

/** The ids by which a reducer has known items that it takes for new when the id is another one. */
const ids = new WeakMap<ItemState, string>();

/** Courses in which each item has a new id at once, in a cart that refuses every other change. */
const renaming = courses.map((course) => ({
  ...course,
  cart: { ...course.cart, refusals: [true, false] },
  steps: course.steps.flatMap((step) => [step, { ...step, act: 'placement renews' as const, delay: 1 }]),
}));

function byId(before: ItemState, event: ItemEvent): Alignment {
  const [id] = /"cartItemId":"[^"]*"/.exec(event.sides.version) ?? [];
  const known = ids.get(before);
  const isNew = id !== undefined && known !== undefined && id !== known;
  const next = align(isNew ? { doing: { kind: 'settled' }, seen: event.sides.line } : before, event);
  const remembered = id ?? known;
  if (remembered !== undefined) ids.set(next.state, remembered);
  return next;
}

/** Hands over what the cart holds as if it had just come, so that the element asks for it as well. */
class LateElement extends SimulatedElement {
  override get heldItems(): HeldItems | undefined {
    return super.heldItems;
  }

  override set heldItems(value: HeldItems | undefined) {
    super.heldItems = value && [...value];
  }
}

/** Is told nothing. */
class DeafElement extends SimulatedElement {
  override get heldItems(): HeldItems | undefined {
    return [];
  }

  override set heldItems(_: HeldItems | undefined) {
    // It does not listen.
  }
}

/** Faults of a bridge between two carts; the generated courses have to find each of them. */
export const mutants: readonly Mutant[] = [
  { name: 'answer an echo', planted: after('telling', (next, event) => askAgain(next, event)) },
  { name: 'send a wish twice', planted: twice('ask') },
  {
    name: 'send a wish again that was answered',
    planted: after('asking', (next, event) => {
      const wanted = event.sides.line + 1;
      return wanted === event.sides.placed ? next : askAgain(next, event, wanted);
    }),
  },
  {
    name: 'not tell the cart of a removal',
    planted: {
      align(before, event) {
        const next = align(before, event);
        const isRemoval = next.effect?.act === 'tell' && next.effect.quantity === 0;
        return isRemoval ? align(next.state, { ...event, ended: { outcome: 'applied' } }) : next;
      },
    },
  },
  {
    name: 'add instead of set',
    planted: withEffects((effect, { sides }) =>
      effect.act === 'tell' && effect.quantity > 0
        ? { ...effect, quantity: effect.quantity + sides.line }
        : effect,
    ),
  },
  { name: 'know items by their ids', planted: { align: byId }, among: renaming },
  {
    name: 'forget what was refused',
    planted: after('asking', ({ state, effect }) => ({
      state: forgetting(state, { refused: undefined }),
      effect,
    })),
  },
  {
    name: 'forget what no placement knew',
    planted: after('asking', ({ state, effect }, event) => ({
      state: event.sides.placed === undefined ? forgetting(state, { refused: undefined }) : state,
      effect,
    })),
  },
  {
    name: 'lose what the shopper wished meanwhile',
    planted: {
      align(state, event) {
        const isAnswer = event.ended && state.doing.kind === 'asking';
        return align(isAnswer ? forgetting(state, { seen: event.sides.line }) : state, event);
      },
    },
  },
  {
    name: 'take a refusal of the cart’s for a yes',
    planted: {
      align(state, event) {
        const isTaken = event.ended && state.doing.kind === 'telling';
        return align(state, isTaken ? { ...event, ended: { outcome: 'applied' } } : event);
      },
    },
  },
  {
    name: 'raise under at-most',
    planted: withEvents((event) => {
      const { sides } = event;
      return sides.policy === 'at-most' ? { ...event, sides: { ...sides, policy: 'synchronized' } } : event;
    }),
  },
  {
    name: 'keep what hangs on a product that is gone',
    planted: withEvents((event) => {
      const { sides } = event;
      return sides.product === 0 ? { ...event, sides: { ...sides, product: undefined } } : event;
    }),
  },
  { name: 'tell a conflict again', planted: twice('report') },
  {
    name: 'hush a conflict',
    planted: withEffects((effect) => (effect.act === 'report' ? undefined : effect)),
  },
  { name: 'have the element ask for the same lines', planted: { Element: LateElement } },
  { name: 'hand nothing to the next selection', planted: { Element: DeafElement } },
];
