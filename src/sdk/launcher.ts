import { type HeldItem, isRecord, UpsellError } from '../model/index.ts';

/** What a page tells Rokt about the shopper and the order, to choose offers by. */
export type PlacementAttributes = Readonly<Record<string, unknown>>;

/**
 * The options of Rokt's `createLauncher`. They are fixed when the launcher is made; a page has one launcher.
 *
 * Source: Rokt's Web SDK documentation; what Rokt adds next is passed through.
 */
export interface LauncherOptions {
  /** The account, public. */
  readonly accountId?: string;
  /** Rokt's test mode: production configuration without referrals. */
  readonly sandbox?: boolean;
  /** The id that the backend's placements/any call produced; pairs both interactions. */
  readonly sessionId?: string;
  /** Goes with `sessionId`. */
  readonly sessionToken?: string;
  /** Consent: no functional storage. */
  readonly noFunctional?: boolean;
  /** Consent: no targeting. */
  readonly noTargeting?: boolean;
  /** Consent: no device id; implies the other two. */
  readonly noDeviceId?: boolean;
  /** Start of a virtual page in a single-page app. */
  readonly pageInitTimestamp?: Date;
  /** True: links are not opened but sent as `LINK_NAVIGATION_REQUEST`. */
  readonly overrideLinkNavigation?: boolean;
  /** What the integration is called, for Rokt. */
  readonly integrationName?: string;
  readonly [option: string]: unknown;
}

/** The input of one selection. */
export interface SelectPlacementsOptions {
  /** What to choose offers by. */
  readonly attributes: PlacementAttributes;
  /** The page identifier. */
  readonly identifier?: string;
  /** What the page's cart holds already; for our own launcher alone, Rokt's knows no such option. */
  readonly heldItems?: readonly HeldItem[];
}

/** Rokt's Integration Launcher. */
export interface Launcher {
  /** Begins a selection; rejects where none can be made. */
  selectPlacements(options: SelectPlacementsOptions): Promise<Selection>;
  /** SHA-256 of each value, under its key with the suffix `sha256`. */
  hashAttributes?(attributes: PlacementAttributes): Promise<Record<string, string>>;
  /** Newer versions only. */
  terminate?(): Promise<void>;
}

/**
 * `value`, once it is seen to be a launcher.
 *
 * @throws {UpsellError} `launcher-rejected` when it is none; it is not quoted
 */
export function toLauncher(value: unknown): Launcher {
  if (isRecord(value) && typeof value['selectPlacements'] === 'function') return value as unknown as Launcher;
  throw new UpsellError('launcher-rejected', 'launcher: expected a Launcher or "mparticle"');
}

/** Where one kind of message can be listened to. What `subscribe` returns is not published: see `listen`. */
export interface Subscriber {
  /** Calls `callback` with each message that comes from now on. */
  subscribe(callback: (event: unknown) => void): unknown;
}

/** What a selection and each of its placements have in common. */
interface MessagePort {
  /** Where messages of this name can be listened to. */
  on(name: string): Subscriber;
  /** Resolves once it was handled, which says nothing of whether it took effect. */
  send(name: string, data: unknown): Promise<void>;
  /** Rejects when a placement fails to load. */
  ready(): Promise<unknown>;
  /** Takes what it shows off the page. */
  close(): Promise<void>;
}

/** What one `selectPlacements` found. */
export interface Selection extends MessagePort {
  /** Resolves when selection is done, before anything is on the page; `[]` when there is no offer. */
  getPlacements(): Promise<readonly Placement[]>;
  /** Adds to the attributes of the selection, while it runs. */
  setAttributes(attributes: PlacementAttributes): Promise<void>;
  /** Undocumented; the only way for a page to learn the session id that its backend needs. */
  readonly context?: { readonly sessionId?: Promise<string> };
}

/** One placement on the page. */
export interface Placement extends MessagePort {
  /** What the launcher calls the placement, where it tells. */
  getAlias?(): string;
}

/** What Rokt's script puts on `window`. */
export interface RoktGlobal {
  /** Set by mParticle's kit: the launcher that it made. */
  readonly currentLauncher?: Launcher;
  /** Makes the page’s launcher; its options are fixed from then on. */
  createLauncher(options: LauncherOptions): Promise<Launcher>;
}

declare global {
  interface Window {
    Rokt?: Partial<RoktGlobal>;
    /** Set by Rokt's own snippet. */
    RoktLauncherScriptPromise?: Promise<unknown>;
  }
}
