import { type PropertyDeclarations, ReactiveElement } from '@lit/reactive-element';
import {
  allowScriptOrigin,
  type LauncherOptions,
  type PlacementAttributes,
  prepareLauncher,
  type SourceProperties,
} from '../sdk/index.ts';
import { flag, json, milliseconds } from './attributes.ts';
import { TIMEOUT, UPDATE_TIMEOUT } from './defaults.ts';
import type { RoktUpsellEventMap } from './events.ts';
import type { HeldItems } from '../model/index.ts';
import { DEFAULT_TARGET_ID } from './mount.ts';

/** What a page can say to `<rokt-upsell>`: every attribute and property, and no behaviour. */
export class UpsellProperties extends ReactiveElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    accountId: { attribute: 'account-id' },
    offersUrl: { attribute: 'offers-url' },
    fallback: {},
    launcher: {},
    sessionId: { attribute: 'session-id' },
    sessionToken: { attribute: 'session-token' },
    identifier: {},
    placementAttributes: { attribute: 'placement-attributes', converter: json },
    heldItems: { attribute: false },
    targetId: { attribute: 'target-id' },
    sdkUrl: { attribute: 'sdk-url' },
    sandbox: { converter: flag },
    noFunctional: { attribute: 'no-functional', converter: flag },
    noTargeting: { attribute: 'no-targeting', converter: flag },
    noDeviceId: { attribute: 'no-device-id', converter: flag },
    overrideLinkNavigation: { attribute: 'override-link-navigation', converter: flag },
    launcherOptions: { attribute: false },
    loading: {},
    timeout: { type: Number },
    updateTimeout: { attribute: 'update-timeout', type: Number },
    integrity: {},
    crossOrigin: { attribute: 'crossorigin' },
    name: { reflect: true },
  };

  /**
   * Makes the launcher one step before it is needed; nothing is shown. Resolves when it is there or has failed: the
   * selection that needs it tries again, and tells.
   */
  static async prepare(options: Partial<SourceProperties> & { readonly timeout?: number }): Promise<void> {
    await prepareLauncher(options, milliseconds(options.timeout, TIMEOUT));
  }

  /**
   * Lets `sdk-url` name another host where Trusted Types are enforced: without it the policy `rokt-upsell` passes Rokt's hosts,
   * the page's own origin and the one that this file came from.
   *
   * @throws {TypeError} when `origin` is no https origin
   */
  static allowScriptOrigin(origin: string): void {
    allowScriptOrigin(origin);
  }

  /** The account, sent to whichever launcher serves; on its own: Rokt's hosted launcher. */
  declare accountId: string | undefined;
  /** The first-party launcher: the base URL of an upsell service; or a static file of offers, where the URL's path ends in `.json`. */
  declare offersUrl: string | undefined;
  /** `offers`: Rokt's hosted launcher first, the offers of `offers-url` where it is blocked or times out. */
  declare fallback: 'offers' | undefined;
  /**
   * A launcher of the page's own: one, a promise of one, a function that gives either at each selection, or `mparticle`: SDK+
   * as it is on the page by then. No script is loaded, and it is never terminated.
   */
  declare launcher: SourceProperties['launcher'];
  /** The session id of the backend's placements/any call; pairs both interactions. */
  declare sessionId: string | undefined;
  /** Goes with `session-id`; a new one by itself waits until a launcher is next made. */
  declare sessionToken: string | undefined;
  /**
   * What the page's cart holds already of the upsells, all of it, `[]` too: the next selection opens with it, a running one is
   * asked for it. Undefined: what this element's last selection held.
   */
  declare heldItems: HeldItems | undefined;
  /** The page identifier to select placements for. */
  declare identifier: string | undefined;
  /** What to choose offers by. A change goes to the running selection and never makes a new one. */
  declare placementAttributes: PlacementAttributes;
  /** Id of the mount node that placements appear in. */
  declare targetId: string;
  /** The launcher script; default: Rokt's. */
  declare sdkUrl: string | undefined;
  /** Rokt's test mode. */
  declare sandbox: boolean;
  /** Consent: no functional storage. */
  declare noFunctional: boolean;
  /** Consent: no targeting. */
  declare noTargeting: boolean;
  /** Consent: no device id; implies the other two. */
  declare noDeviceId: boolean;
  /** Links are not opened by the placement but told as `link-requested`. */
  declare overrideLinkNavigation: boolean;
  /** Launcher options passed through: `pageInitTimestamp`, what Rokt adds next; compared by value. */
  declare launcherOptions: LauncherOptions | undefined;
  /** When to select: at once, near the viewport, or only by `select()`. */
  declare loading: 'eager' | 'lazy' | 'manual';
  /** From the start of a selection to its terminal phase, retries included, ms. */
  declare timeout: number;
  /** From sending a request to its answer, ms. */
  declare updateTimeout: number;
  /** Subresource integrity of the script; only with `sdk-url`. */
  declare integrity: string | undefined;
  /**
   * Name of the form entry, as JSON: `{sessionId, servedBy, items: [{cartItemId, quantity, unitPrice, currency, servedBy}]}`.
   * It says what to reserve and with whom; the prices are what the shopper saw, and never what to charge.
   */
  declare name: string | undefined;
  /** CORS mode of the script tag. */
  declare crossOrigin: string | undefined;

  constructor() {
    super();
    this.placementAttributes = {};
    this.targetId = DEFAULT_TARGET_ID;
    this.sandbox = false;
    this.noFunctional = false;
    this.noTargeting = false;
    this.noDeviceId = false;
    this.overrideLinkNavigation = false;
    this.loading = 'eager';
    this.timeout = TIMEOUT;
    this.updateTimeout = UPDATE_TIMEOUT;
    this.crossOrigin = 'anonymous';
  }
}

/** Typed listeners for the element's own events and the browser's, untyped ones for all others. */
export interface UpsellProperties {
  addEventListener<K extends keyof RoktUpsellEventMap>(
    type: K,
    listener: (event: RoktUpsellEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof RoktUpsellEventMap>(
    type: K,
    listener: (event: RoktUpsellEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}
