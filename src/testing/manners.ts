import type { ItemStates } from '../model/index.ts';
import { documented } from './manners-documented.ts';
import { shipped } from './manners-shipped.ts';
import type { SubscribeReturns } from './scripted-port.ts';

/** Whose launcher is imitated: the one of Rokt's documents, or the one that Rokt ships. Either is met on real pages. */
export type Manners = 'documented' | 'shipped';

/**
 * When a selection with offers handles what the page sends: inside `send()`, in a later task, or when the test calls
 * `send.handle()`.
 */
export type Handling = 'at-once' | 'later' | 'when-told';

/** One message on its way to the page. */
export interface Message {
  readonly name: string;
  /** The whole event object. */
  readonly event: unknown;
}

/** What a wish for a quantity meets. */
export interface Limits {
  readonly held: number;
  readonly minimum: number;
  readonly maximum: number;
  /** How many more the offer as a whole may hold. */
  readonly room: number;
}

/** Everything in which the two manners differ. */
export interface MannerRules {
  readonly handling: Handling;
  readonly subscribeReturns: SubscribeReturns;
  /** The selection has `context`, with the session id. */
  readonly hasContext: boolean;
  /** An item is known by the ids of its earlier impressions too. */
  readonly remembersIds: boolean;
  /** A wish under an unknown id of the same provider is answered by an item without content. */
  readonly clearsUnknownIds: boolean;
  /** What is held is announced once more when a placement has become ready. */
  readonly announcesAgain: boolean;
  /** An item that fails is told to be removed. */
  readonly tellsFailedItems: boolean;
  /** The quantity that a wish comes to; undefined: nothing changes, and nothing is said. */
  grant(wanted: number, limits: Limits): number | undefined;
  /** How a change is told. */
  toMessages(update: ItemStates): readonly Message[];
  /** The event that asks the page to open a link. */
  toLinkEvent(url: string): unknown;
}

/** The rules of the manners called so. */
export function rulesOf(manners: Manners): MannerRules {
  return manners === 'shipped' ? shipped : documented;
}
