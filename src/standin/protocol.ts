import type { PlacementDocument } from '../offers/index.ts';
import {
  LINK_NAVIGATION_REQUEST,
  OFFER_ENGAGEMENT,
  PLACEMENT_FAILURE,
  type PlacementAttributes,
  POSITIVE_ENGAGEMENT,
} from '../sdk/index.ts';

/** Whose placements are imitated: those of Rokt's documents, or those that Rokt ships. */
export type MannersName = 'documented' | 'shipped';

/** How a placement is to look: as the page does where it stands. */
export interface PageLook {
  readonly lang: string;
  readonly scheme: 'dark' | 'light';
  readonly fontFamily: string;
  readonly fontSize: string;
  /** The size of the page's root, by which `rem` counts. */
  readonly rootFontSize: string;
  /** Custom properties of the offers, by name. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What offers are chosen by. */
export interface SelectWish {
  readonly accountId: string;
  readonly sessionId: string | undefined;
  readonly identifier: string | undefined;
  readonly attributes: PlacementAttributes;
  /** The language of the page; empty where it says none. */
  readonly lang: string;
}

/** What one frame draws, and how. */
export interface DrawWish {
  readonly placement: PlacementDocument;
  /** What its addresses are relative to: the page's. */
  readonly base: string;
  readonly look: PageLook;
  readonly manners: MannersName;
  readonly overrideLinkNavigation: boolean;
  /** Every wish of the page's is refused. */
  readonly refusesWishes: boolean;
  /** Ids of items in other placements of the selection. */
  readonly idsElsewhere: readonly string[];
  /** By the id of an item, the ids of its impressions before. */
  readonly earlierIds: Readonly<Record<string, readonly string[]>>;
}

/** A message that goes through a placement. */
export interface Passed {
  readonly name: string;
  readonly data: unknown;
}

/** What a page can ask of a frame. */
export interface Calls {
  select: { wish: SelectWish; answer: SelectAnswer };
  draw: { wish: DrawWish; answer: undefined };
  look: { wish: PageLook; answer: undefined };
  send: { wish: Passed; answer: undefined };
  setAttributes: { wish: PlacementAttributes; answer: undefined };
}

/** What was chosen. */
export interface SelectAnswer {
  readonly sessionId: string;
  readonly placements: readonly PlacementDocument[];
}

/** From the page to a frame. */
export interface CallMessage {
  readonly rokt: 'call';
  readonly id: number;
  readonly name: keyof Calls;
  readonly wish: unknown;
}

/** From a frame to its page. */
export type FrameMessage =
  /** It is there, once for each time that it was loaded. */
  | { readonly rokt: 'here'; readonly manners: MannersName; readonly isRefused: boolean }
  /** What came of a call; `fault` says why it failed. */
  | { readonly rokt: 'answer'; readonly id: number; readonly answer?: unknown; readonly fault?: string }
  /** A message of its placement's. */
  | { readonly rokt: 'told'; readonly name: string; readonly event: unknown }
  | { readonly rokt: 'height'; readonly height: number };

/** The messages of the offers that Rokt's placements have, too. */
export const PASSED_ON = [
  OFFER_ENGAGEMENT,
  POSITIVE_ENGAGEMENT,
  'PLACEMENT_READY',
  'PLACEMENT_INTERACTIVE',
  PLACEMENT_FAILURE,
  LINK_NAVIGATION_REQUEST,
] as const;
