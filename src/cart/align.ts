import type { Alignment, Asked, Effect, ItemEvent, ItemState, Memory, Sides, Telling } from './item-state.ts';
import { nextStep, toRefusal } from './next-step.ts';

/**
 * The state after `event`, and what is to be done: at most one thing asked of a placement, and one told to the cart, at a time,
 * each from the newest that both sides say.
 */
export function align(before: ItemState, event: ItemEvent): Alignment {
  const { sides } = event;
  // A difference is another one as soon as one of the sides has changed.
  const reported = before.reported === textOf(sides) ? before.reported : undefined;
  const state = { ...before, reported };
  switch (event.type) {
    case 'answered':
      return state.asked ? answered(state, state.asked, event) : goOn(state, sides);
    case 'told':
      return state.telling ? told(state, state.telling, event) : goOn(state, sides);
    case 'seen':
      return goOn(state, sides);
  }
}

/** The state with something else under way. */
function doing(memory: Memory, asked: Asked | undefined, telling: Telling | undefined): ItemState {
  const kind = asked ? 'asking' : 'settled';
  const busy = asked ? 'withdrawing' : 'telling';
  return { ...memory, kind: telling ? busy : kind, asked, telling } as ItemState;
}

/** The next step, where it is time for one; after a conflict, which is told once. */
function goOn(before: ItemState, sides: Sides, conflict?: Effect & { act: 'report' }): Alignment {
  const isNew = conflict && before.reported === undefined;
  const state = isNew ? { ...before, reported: textOf(sides) } : before;
  const effects = isNew ? [conflict] : [];
  const { asked, telling } = state;
  const { line, version, product } = sides;
  const step = nextStep(sides, state);
  // A line without its product goes at once, whatever is asked just now.
  if (telling || (asked && (step.act !== 'tell' || product !== 0))) return { state, effects };
  switch (step.act) {
    case 'wait':
      return { state, effects };
    case 'agree':
      return {
        state: { kind: 'settled', seen: line, told: { version: line > 0 ? version : '', line } },
        effects,
      };
    case 'report': {
      const isTold = state.reported !== undefined;
      return isTold ? { state, effects } : { state: { ...state, reported: textOf(sides) }, effects: [step] };
    }
    case 'tell': {
      const { quantity } = step;
      const { outcome } = state;
      const memory = { ...state, seen: quantity, outcome: undefined };
      const next = doing(memory, asked, { quantity, version: quantity > 0 ? version : '' });
      return { state: next, effects: [...effects, { ...step, outcome }] };
    }
    case 'ask': {
      const isWish = line !== state.seen;
      const { wanted } = step;
      const next = doing(
        { ...state, seen: line },
        { wanted, isWish, refused: toRefusal(wanted, sides) },
        undefined,
      );
      return { state: next, effects: [...effects, step] };
    }
  }
}

function answered(
  state: ItemState,
  { wanted, isWish, refused: before }: Asked,
  { outcome, sides, error }: ItemEvent & { type: 'answered' },
): Alignment {
  const next = doing(state, undefined, state.telling);
  // What nobody has heard is a wish still; whoever has been named since is asked by that name.
  if (outcome === 'over') return goOn({ ...next, seen: undefined }, sides);
  if (outcome === 'unknown') return goOn({ ...next, seen: undefined, refused: before }, sides);
  const refused = toRefusal(wanted, sides);
  if (outcome === 'failed') {
    return goOn({ ...next, refused }, sides, { act: 'report', kind: 'unanswered', wanted, error });
  }
  // A new answer is told, also where the cart made something else of the same one before.
  const told = state.told?.isRefused ? state.told : state.told && { ...state.told, line: undefined };
  return goOn({ ...next, refused, told, outcome: isWish ? outcome : state.outcome }, sides);
}

function told(
  state: ItemState,
  { quantity, version }: Telling,
  { sides, isRefused, error }: ItemEvent & { type: 'told' },
): Alignment {
  const next = doing({ ...state, told: { version, line: sides.line, isRefused } }, state.asked, undefined);
  if (!isRefused) return goOn(next, sides);
  return goOn(next, sides, { act: 'report', kind: 'cart-refused', wanted: quantity, error });
}

function textOf({ line, placed, product, selection }: Sides): string {
  return [line, placed, product, selection].join();
}
