import type { UpsellError, UpsellPhase } from '../model/index.ts';

/** What an element's newest selection was started with. */
export type Started =
  /** Nothing, so that whatever is wanted is new. */
  | { readonly kind: 'nothing' }
  /** A source and page; what follows is what the selection was told since. */
  | {
      readonly kind: 'source';
      readonly identity: readonly unknown[];
      /** The attributes as text, or the message of the fault that was told in their place. */
      readonly attributes: string;
      readonly consent: string;
    }
  /** A fault of the page's, which is not told again. */
  | { readonly kind: 'fault'; readonly message: string };

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

/** What an element's properties mean for its selection: a new one, news for the one that runs, or nothing. */
export function decide(started: Started, wanted: Wanted, phase: UpsellPhase): Decision {
  const { identity, attributes, consent, isAsked, mayStart } = wanted;
  const isRunning = phase === 'loading' || phase === 'ready';
  if (typeof attributes !== 'string') return refuse(started, attributes, isAsked, mayStart, isRunning);
  if (!identity) return { act: 'idle', started: { kind: 'nothing' } };

  const now: Started = { kind: 'source', identity, attributes, consent };
  const isNew = started.kind !== 'source' || !isSame(started.identity, identity);
  if (isAsked || (isNew && (mayStart || isRunning))) return { act: 'start', started: now };
  if (!isRunning || started.kind !== 'source') return { act: 'nothing', started };

  const isAttributes = started.attributes !== attributes;
  const isConsent = started.consent !== consent;
  if (!isAttributes && !isConsent) return { act: 'nothing', started };
  return { act: 'update', isAttributes, isConsent, started: now };
}

/** Faulty attributes select nothing; to a selection that runs they are told once, and it keeps the last good ones. */
function refuse(
  started: Started,
  fault: UpsellError,
  isAsked: boolean,
  mayStart: boolean,
  isRunning: boolean,
): Decision {
  const { message } = fault;
  const isTold = started.kind === 'fault' && started.message === message;
  if (isAsked || (mayStart && !isRunning && !isTold)) {
    return { act: 'fail', fault, started: { kind: 'fault', message } };
  }
  if (!isRunning || started.kind !== 'source' || started.attributes === message) {
    return { act: 'nothing', started };
  }
  return { act: 'report', fault, started: { ...started, attributes: message } };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
