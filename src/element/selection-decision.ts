import type { UpsellError, UpsellPhase, UpsellState } from '../model/index.ts';

/** What an element's newest selection was started with. */
export type Started =
  /** Nothing, so that whatever is wanted is new. */
  | { readonly kind: 'nothing' }
  /** A source and page; what follows is what the selection was told since. */
  | {
      readonly kind: 'source';
      readonly identity: readonly unknown[];
      /** The attributes as text. */
      readonly attributes: string;
      readonly consent: string;
      /** What was told to be wrong with newer attributes. */
      readonly fault?: string | undefined;
    }
  /** A fault of the page's, which is not told again. */
  | { readonly kind: 'fault'; readonly fault: string };

/** What an element's properties say. */
export interface Wanted {
  /** Two selections of equal identity are the same; undefined without a source. */
  readonly identity: readonly unknown[] | undefined;
  /** The attributes as text, or what is wrong with them. */
  readonly attributes: string | UpsellError;
  readonly consent: string;
  /** True: the page has called `select()`. */
  readonly isAsked: boolean;
  /** True when the properties may start a selection where none runs. */
  readonly mayStart: boolean;
}

/** What is to be done, and what has been started once it is. */
export type Decision =
  | { readonly act: 'nothing' | 'start' | 'idle'; readonly started: Started }
  | { readonly act: 'fail' | 'report'; readonly fault: UpsellError; readonly started: Started }
  | {
      readonly act: 'update';
      readonly isAttributes: boolean;
      readonly isConsent: boolean;
      readonly started: Started;
    };

/** True while a selection can be told something. */
export function isRunning(phase: UpsellPhase): boolean {
  return phase === 'loading' || phase === 'ready';
}

/** What an element's properties mean for its selection: a new one, news for the one that runs, or nothing. */
export function decide(
  started: Started,
  wanted: Wanted,
  { phase, servedBy }: Pick<UpsellState, 'phase' | 'servedBy'>,
): Decision {
  const { identity, attributes, consent, isAsked, mayStart } = wanted;
  if (typeof attributes !== 'string') return refuse(started, attributes, wanted, phase);
  if (!identity) return { act: 'idle', started: { kind: 'nothing' } };

  const now: Started = { kind: 'source', identity, attributes, consent };
  const isSame = started.kind === 'source' && isEqual(started.identity, identity);
  if (isAsked || (!isSame && (mayStart || isRunning(phase)))) return { act: 'start', started: now };
  // What our own launcher had nothing for may have become something: a laptop that comes later brings its warranty.
  if (isSame && mayStart && phase === 'empty' && servedBy === 'offers' && started.attributes !== attributes)
    return { act: 'start', started: now };
  if (!isSame) return { act: 'nothing', started: { kind: 'nothing' } };
  if (!isRunning(phase)) return { act: 'nothing', started: { ...started, fault: undefined } };
  return {
    act: 'update',
    isAttributes: started.attributes !== attributes,
    isConsent: started.consent !== consent,
    started: now,
  };
}

/** Faulty attributes select nothing; to a selection that runs they are told once, and it keeps the last good ones. */
function refuse(
  started: Started,
  fault: UpsellError,
  { isAsked, mayStart }: Wanted,
  phase: UpsellPhase,
): Decision {
  const { message } = fault;
  const isTold = started.kind !== 'nothing' && started.fault === message;
  if (isAsked) return { act: 'fail', fault, started: { kind: 'fault', fault: message } };
  if (isTold) return { act: 'nothing', started };
  if (isRunning(phase) && started.kind === 'source') {
    return { act: 'report', fault, started: { ...started, fault: message } };
  }
  if (!mayStart) return { act: 'nothing', started };
  return { act: 'fail', fault, started: { kind: 'fault', fault: message } };
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
