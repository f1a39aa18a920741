import type { ComplexAttributeConverter, ReactiveElement } from '@lit/reactive-element';
import { canonicalJson, expectedKind, isRecord, UpsellError } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';

/** `"false"` is false, as frameworks write it; any other text, the empty one too, is true. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (text) => text !== null && text !== 'false',
  toAttribute: (value) => (value ? '' : null),
};

/** JSON; text that is none stays text, to be told as what it is. */
export const json: ComplexAttributeConverter = {
  fromAttribute(text) {
    if (text === null) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  },
};

/** The longest time a timer takes, ms. */
const LONGEST = 2 ** 31 - 1;

/** Milliseconds; anything that is no positive number, also as text, is `fallback`. */
export function milliseconds(value: unknown, fallback: number): number {
  return Number(value) > 0 ? Math.min(Number(value), LONGEST) : fallback;
}

const BINDING =
  'Vue :placementAttributes.prop="x", React 19 placementAttributes={x}, Angular [placementAttributes]="x", ' +
  'Svelte placement-attributes={JSON.stringify(x)}';

/** Attributes for a selection, and the text by which two of them are compared. */
export interface ReadAttributes {
  readonly attributes: PlacementAttributes;
  readonly key: string;
}

/**
 * The placement attributes of an element as plain data, which can be cloned for a frame whatever a framework has made them
 * of, or the error `invalid-attributes`: when they are no object that JSON can hold, or
 * when an attribute of the element has a property's name in lower case, which is what a framework makes of a wrong
 * binding.
 */
export function readAttributes(
  element: ReactiveElement & { placementAttributes: unknown },
): ReadAttributes | UpsellError {
  for (const [name, { attribute }] of (element.constructor as typeof ReactiveElement).elementProperties) {
    const lower = String(name).toLowerCase();
    if (lower !== name && lower !== attribute && element.hasAttribute(lower)) {
      return invalid(`${String(name)}: expected a property, got the attribute ${lower}`);
    }
  }
  const value = element.placementAttributes ?? {};
  const key = isRecord(value) ? canonicalJson(value) : undefined;
  if (key !== undefined) return { attributes: JSON.parse(key) as PlacementAttributes, key };
  return invalid(expectedKind('placementAttributes', 'a JSON object', value));
}

function invalid(message: string): UpsellError {
  return new UpsellError('invalid-attributes', `${message}; ${BINDING}`);
}
