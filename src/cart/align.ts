import type { Alignment, Asking, Effect, Ended, ItemEvent, ItemState, Sides, Telling } from './item-state.ts';
import { nextStep, toRefusal, toTold, versionOf } from './next-step.ts';

const settled = { kind: 'settled' } as const;

/**
 * The state after `event`, and what is to be done, if anything is. What has ended is taken note of; what follows from that, and
 * from each effect, is seen next.
 */
export function align(before: ItemState, { sides, ended }: ItemEvent): Alignment {
  const { reported, doing } = before;
  // A difference is another one as soon as one of the sides has changed.
  const isOld = reported === undefined || reported === textOf(sides);
  const state = isOld ? before : { ...before, reported: undefined };
  if (ended && doing.kind === 'asking') return answered({ ...state, doing: settled }, doing, ended, sides);
  if (ended && doing.kind === 'telling') return told({ ...state, doing: settled }, doing, ended, sides);
  return goOn(state, sides);
}

/**
 * The state of an item that is looked at for the first time.
 *
 * A line is a wish, unless shopper or page have decided on the item while it was not there yet; that there is none is one where
 * the item is left over from a selection that runs no more, such as the last order's.
 */
export function firstState({ line, placed, access }: Sides, isDecided = false): ItemState {
  const isLeftOver = placed && (access === 'idle' || access === 'over');
  return { doing: settled, seen: !isDecided && (line || isLeftOver) ? undefined : line };
}

/** The next step, where it is time for one. */
function goOn(state: ItemState, sides: Sides): Alignment {
  const { seen, outcome, doing } = state;
  const { line, product } = sides;
  const step = nextStep(sides, state);
  // A line without its product goes at once, whatever is asked just now.
  const isUrgent = step?.act === 'tell' && product === 0 && doing.kind === 'asking';
  if (!step || (doing.kind !== 'settled' && !isUrgent)) return { state };
  switch (step.act) {
    case 'agree':
      return { state: { doing: settled, seen: line, known: versionOf(sides, line) } };
    case 'report':
      return report(state, sides, step);
    case 'tell': {
      const { quantity } = step;
      const telling: Telling = { kind: 'telling', quantity, version: versionOf(sides, quantity) };
      const next = { ...state, seen: quantity, outcome: undefined, doing: telling };
      return { state: next, effect: { ...step, outcome } };
    }
    case 'ask': {
      const { wanted } = step;
      const asking: Asking = {
        kind: 'asking',
        wanted,
        refused: toRefusal(wanted, sides),
        isWish: line !== seen,
      };
      return { state: { ...state, seen: line, doing: asking }, effect: step };
    }
  }
}

function answered(
  state: ItemState,
  { wanted, isWish, refused }: Asking,
  { outcome, error }: Ended,
  sides: Sides,
): Alignment {
  const code = codeOf(error);
  // What nobody has heard is a wish still; whoever has been named since is asked by that name.
  if (code === 'no-selection' && sides.access !== 'open') return { state: { ...state, seen: undefined } };
  if (code === 'unknown-item') return { state: { ...state, seen: undefined, refused } };
  const next = { ...state, refused: toRefusal(wanted, sides) };
  if (outcome) return { state: { ...next, outcome: isWish ? outcome : state.outcome } };
  return report(next, sides, { act: 'report', kind: 'unanswered', wanted, error });
}

function told(
  state: ItemState,
  { quantity: wanted, version }: Telling,
  { outcome, error }: Ended,
  sides: Sides,
): Alignment {
  const next = { ...state, told: toTold(version, sides) };
  if (outcome) return { state: { ...next, known: version } };
  return report(next, sides, { act: 'report', kind: 'cart-refused', wanted, error });
}

/** A difference is told once. */
function report(state: ItemState, sides: Sides, effect: Effect): Alignment {
  const { reported = textOf(sides) } = state;
  return { state: { ...state, reported }, effect: state.reported === undefined ? effect : undefined };
}

function textOf({ line, placed, product, selection }: Sides): string {
  return [line, placed, product, selection].join();
}

/** The code of an UpsellError, if it is one. */
export function codeOf(error: unknown): unknown {
  return (error as { readonly code?: unknown } | null | undefined)?.code;
}
