import type { ComplexAttributeConverter, PropertyDeclaration } from '@lit/reactive-element';
import type { HeldItems } from '../model/index.ts';
import type { OfferMessages } from '../offers/index.ts';
import type { LauncherOptions, PlacementAttributes, SourceProperties } from '../sdk/index.ts';

/** How an option is declared: as Lit declares a property, with the value that it has from the start. */
export interface OptionDeclaration<Value> extends PropertyDeclaration {
  /** The value from the start; without it: undefined. */
  readonly initial?: Value;
}

function option<Value>(declared: OptionDeclaration<Value> = {}): OptionDeclaration<Value> {
  return declared;
}

/** `"false"` is false, as frameworks write it; any other text, the empty one too, is true. */
const flag = {
  initial: false,
  converter: { fromAttribute: (text: string | null) => text !== null && text !== 'false' },
};

/** JSON; text that is none stays text, to be told as what it is. */
const json: ComplexAttributeConverter = {
  fromAttribute(text) {
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  },
};

/**
 * Every option of `<rokt-upsell>`: name, type, attribute and value from the start, said here alone. What has no `attribute`
 * has its own name with hyphens as one. The manifest and the types of frameworks are made of this table.
 */
export const options = {
  /** The account, sent to whichever launcher serves; on its own: Rokt's hosted launcher. */
  accountId: option<string | undefined>(),
  /** The first-party launcher: the base URL of an upsell service; or a static file of offers, where the path ends in `.json`. */
  offersUrl: option<string | undefined>(),
  /** `offers`: Rokt's hosted launcher first, the offers of `offers-url` where it is blocked or times out. */
  fallback: option<'offers' | undefined>(),
  /**
   * A launcher of the page's own: one, a promise of one, a function that gives either at each selection, or `mparticle`: SDK+
   * as it is on the page by then. No script is loaded, and it is never terminated.
   */
  launcher: option<SourceProperties['launcher']>(),
  /** The session id of the backend's placements/any call; pairs both interactions. */
  sessionId: option<string | undefined>(),
  /** Goes with `session-id`; a new one by itself waits until a launcher is next made. */
  sessionToken: option<string | undefined>(),
  /** The page identifier to select placements for. */
  identifier: option<string | undefined>(),
  /** What to choose offers by. A change goes to the running selection and never makes a new one. */
  placementAttributes: option<PlacementAttributes>({ initial: {}, converter: json }),
  /**
   * What the page's cart holds already of the upsells, all of it, `[]` too: the next selection opens with it, a running one is
   * asked for it, but for the items that the shopper or `updateCartItem()` has changed there since. Undefined: what this element's
   * last selection held.
   */
  heldItems: option<HeldItems | undefined>({ attribute: false }),
  /** Id of the mount node that placements appear in. */
  targetId: option<string>({ initial: 'rokt-placeholder' }),
  /** The launcher script; default: Rokt's. */
  sdkUrl: option<string | undefined>(),
  /** Rokt's test mode. */
  sandbox: option<boolean>(flag),
  /** Consent: no functional storage. */
  noFunctional: option<boolean>(flag),
  /** Consent: no targeting. */
  noTargeting: option<boolean>(flag),
  /** Consent: no device id; implies the other two. */
  noDeviceId: option<boolean>(flag),
  /** Links are not opened by the placement but told as `link-requested`. */
  overrideLinkNavigation: option<boolean>(flag),
  /** Launcher options passed through: `pageInitTimestamp`, what Rokt adds next; compared by value. */
  launcherOptions: option<LauncherOptions | undefined>({ attribute: false }),
  /** Texts of the page's own offers, over those of its language; the offers are drawn anew when it is set. */
  messages: option<Partial<OfferMessages> | undefined>({ attribute: false }),
  /**
   * Of the page's own offers: `list`, `compact`, `hero` or `carousel`; `auto` is a hero for one offer, a list for two, and
   * compact for more.
   */
  layout: option<'auto' | 'list' | 'compact' | 'hero' | 'carousel'>({ initial: 'auto' }),
  /** Keeps in `sessionStorage` what the shopper has declined, so that it is not asked again after a reload. */
  remember: option<boolean>(flag),
  /** When to select: at once, near the viewport, or only by `select()`. */
  loading: option<'eager' | 'lazy' | 'manual'>({ initial: 'eager' }),
  /** From the start of a selection to its terminal phase, retries included, ms. */
  timeout: option<number>({ initial: 10_000, type: Number }),
  /** From sending a request to its answer, ms. */
  updateTimeout: option<number>({ initial: 5_000, type: Number }),
  /** Subresource integrity of the script; only with `sdk-url`. */
  integrity: option<string | undefined>(),
  /** CORS mode of the script tag. */
  crossOrigin: option<string | undefined>({ initial: 'anonymous', attribute: 'crossorigin' }),
  /**
   * Name of the form entry, as JSON: `{sessionId, servedBy, items: [{cartItemId, quantity, unitPrice, currency, servedBy}]}`.
   * It says what to reserve and with whom; the prices are what the shopper saw, and never what to charge.
   */
  name: option<string | undefined>({ reflect: true }),
};

/** What a page sets on the element, by the names of its properties. */
export type UpsellOptions = {
  -readonly [Name in keyof typeof options]: (typeof options)[Name] extends OptionDeclaration<infer Value>
    ? Value
    : never;
};

/** The names of all options. */
export type OptionName = keyof UpsellOptions;

/** The same as a list. */
export const optionNames = Object.keys(options) as OptionName[];

/** The attribute of an option: `account-id` of `accountId`. */
export function toAttribute(name: OptionName): string | false {
  const { attribute }: PropertyDeclaration = options[name];
  if (attribute !== undefined) return attribute as string | false;
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The longest time a timer takes, ms. */
const LONGEST = 2 ** 31 - 1;

/** A time in ms as it is set, also as text; what is no positive number is what it was from the start. */
export function millisecondsOf(
  set: { readonly [Name in 'timeout' | 'updateTimeout']?: unknown },
  name: 'timeout' | 'updateTimeout',
): number {
  const time = Number(set[name]);
  return time > 0 ? Math.min(time, LONGEST) : Number(options[name].initial);
}
