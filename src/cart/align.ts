import { linkedQuantity } from '../model/index.ts';
import type { Alignment, Effect, ItemEvent, ItemState, Memory, Sides } from './item-state.ts';
import { nextStep } from './next-step.ts';

const NOTHING_KNOWN: Memory = {
  seen: undefined,
  told: undefined,
  refusal: undefined,
  outcome: undefined,
  reported: undefined,
};

/**
 * The state of an item that is looked at for the first time.
 *
 * @param seen what the cart has of it without that being a wish; undefined where the placements have to hear of it
 */
export function initialItemState(seen: number | undefined): ItemState {
  return { kind: 'settled', memory: { ...NOTHING_KNOWN, seen } };
}

/**
 * The state after `event`, and what is to be done: at most one thing asked of a placement, and one told to the cart, at a time,
 * each from the newest that both sides say.
 */
export function align(before: ItemState, event: ItemEvent): Alignment {
  const { sides } = event;
  const state = withFreshReport(before, sides);
  switch (event.type) {
    case 'seen':
      return goOn(state, sides);
    case 'begun':
      return goOn(remembering(state, { refusal: undefined, reported: undefined }), sides);
    case 'answered':
      return answered(state, event);
    case 'unanswered':
      return unanswered(state, event);
    case 'taken':
      return goOn(told(state, sides, false), sides);
    case 'refused':
      return refused(state, event);
    case 'left':
      return { state: remembering(state, settledAt(sides, state.memory)), effects: [] };
  }
}

/** The next step, where it is time for one. */
function goOn(state: ItemState, sides: Sides): Alignment {
  if (state.kind === 'telling' || state.kind === 'withdrawing') return { state, effects: [] };
  const step = nextStep(sides, state.memory);
  // A line without its product goes at once, whatever is asked just now.
  if (state.kind === 'asking' && (step.act !== 'tell' || sides.product !== 0)) return { state, effects: [] };
  switch (step.act) {
    case 'wait':
      return { state, effects: [] };
    case 'agree':
      return { state: remembering(state, agreedAt(sides)), effects: [] };
    case 'report':
      return report(state, sides, step);
    case 'tell':
      return tell(state, sides, step.quantity);
    case 'ask':
      return ask(state, sides, step.wanted);
  }
}

function ask({ memory }: ItemState, { line, placed }: Sides, wanted: number): Alignment {
  const asked = { wanted, line, placed, seen: memory.seen };
  return {
    state: { kind: 'asking', memory: { ...memory, seen: line }, asked },
    effects: [{ act: 'ask', wanted }],
  };
}

function tell(state: ItemState, { items }: Sides, quantity: number): Alignment {
  const { outcome } = state.memory;
  const memory = { ...state.memory, seen: quantity, outcome: undefined };
  const telling = { quantity, items: quantity > 0 ? items : [] };
  const effects: Effect[] = [{ act: 'tell', quantity, outcome }];
  if (state.kind !== 'asking') return { state: { kind: 'telling', memory, telling }, effects };
  return { state: { kind: 'withdrawing', memory, telling, asked: state.asked }, effects };
}

function answered(state: ItemState, { outcome, sides }: ItemEvent & { type: 'answered' }): Alignment {
  if (!('asked' in state)) return { state, effects: [] };
  const { asked, memory } = state;
  const { told } = memory;
  const isOfPage = asked.line !== asked.seen;
  return afterAsking(state, sides, {
    refusal: { wanted: asked.wanted, placed: sides.placed },
    outcome: isOfPage ? outcome : memory.outcome,
    // A new answer is told, also where the cart made something else of the same one before.
    told: told && !told.isRefused ? { ...told, line: undefined } : told,
  });
}

function unanswered(state: ItemState, { why, error, sides }: ItemEvent & { type: 'unanswered' }): Alignment {
  if (!('asked' in state)) return { state, effects: [] };
  const { asked, memory } = state;
  const { wanted } = asked;
  if (why === 'failed') {
    const refusal = { wanted, placed: sides.placed };
    const { state: reported, effects } = report(state, sides, { kind: 'unanswered', wanted, error });
    const next = afterAsking(reported, sides, { refusal });
    return { state: next.state, effects: [...effects, ...next.effects] };
  }
  // What nobody has heard is a wish still.
  const stands = memory.seen === asked.line && sides.line === asked.line;
  const seen = stands ? asked.seen : memory.seen;
  if (why === 'over') return afterAsking(state, sides, { seen });
  // Whoever has been named since is asked by that name.
  return afterAsking(state, sides, { seen, refusal: { wanted, placed: asked.placed } });
}

function afterAsking(state: ItemState, sides: Sides, news: Partial<Memory>): Alignment {
  const memory = { ...state.memory, ...news };
  if (state.kind !== 'withdrawing') return goOn({ kind: 'settled', memory }, sides);
  return { state: { kind: 'telling', memory, telling: state.telling }, effects: [] };
}

function refused(state: ItemState, { error, sides }: ItemEvent & { type: 'refused' }): Alignment {
  if (!('telling' in state)) return { state, effects: [] };
  const { quantity } = state.telling;
  const kind = 'cart-refused';
  const first = report(told(state, sides, true), sides, { kind, wanted: quantity, error });
  const next = goOn(first.state, sides);
  return { state: next.state, effects: [...first.effects, ...next.effects] };
}

function told(state: ItemState, { line }: Sides, isRefused: boolean): ItemState {
  if (!('telling' in state)) return state;
  const memory = { ...state.memory, told: { items: state.telling.items, line, isRefused } };
  if (state.kind === 'withdrawing') return { kind: 'asking', memory, asked: state.asked };
  return { kind: 'settled', memory };
}

/** Tells a difference, unless just that one has been told. */
function report(state: ItemState, sides: Sides, why: Omit<Effect & { act: 'report' }, 'act'>): Alignment {
  if (state.memory.reported !== undefined) return { state, effects: [] };
  return {
    state: remembering(state, { reported: textOf(sides) }),
    effects: [{ act: 'report', ...why }],
  };
}

/** A difference is another one as soon as one of the sides has changed. */
function withFreshReport(state: ItemState, sides: Sides): ItemState {
  const { reported } = state.memory;
  if (reported === undefined || reported === textOf(sides)) return state;
  return remembering(state, { reported: undefined });
}

function textOf({ line, placed, product }: Sides): string {
  return `${line} ${placed} ${product}`;
}

function agreedAt({ line, items }: Sides): Partial<Memory> {
  return {
    seen: line,
    told: { items: line > 0 ? items : [], line, isRefused: false },
    refusal: undefined,
    outcome: undefined,
  };
}

/** Whatever differs now counts as told and reported. */
function settledAt(sides: Sides, { refusal }: Memory): Partial<Memory> {
  const { line, placed, product, policy } = sides;
  const wanted = linkedQuantity(line, product, policy);
  return {
    ...agreedAt(sides),
    told: { items: sides.items, line, isRefused: false },
    refusal: placed === undefined ? { wanted, placed } : refusal,
    reported: textOf(sides),
  };
}

function remembering<State extends ItemState>(state: State, news: Partial<Memory>): State {
  return { ...state, memory: { ...state.memory, ...news } };
}
