import { canonicalJson, expectedKind, isRecord, UpsellError } from '../model/index.ts';
import type { PlacementAttributes } from '../sdk/index.ts';
import { type OptionName, optionNames, toAttribute } from './options.ts';
import type { UpsellProperties } from './upsell-properties.ts';

/** Attributes for a selection, and the text by which two of them are compared. */
export interface ReadAttributes {
  readonly attributes: PlacementAttributes;
  readonly key: string;
}

/**
 * The placement attributes of an element as plain data, which can be cloned for a frame whatever a framework has made them
 * of, or the error `invalid-attributes`: when they are no object, when one of them is nothing that JSON can hold, or when a
 * framework has set any option of the element as text.
 */
export function readAttributes(element: UpsellProperties): ReadAttributes | UpsellError {
  for (const name of optionNames) {
    const fault = faultOfBinding(element, name);
    if (fault) return invalid(name, `${name}: expected a property, got ${fault}`);
  }
  // Frameworks unset by null.
  const given = (element.placementAttributes as unknown) ?? {};
  const attributes = isRecord(given) ? toPlain(() => given) : undefined;
  if (attributes) return { attributes, key: canonicalJson(attributes) ?? '' };
  return invalid('placementAttributes', faultOf(given));
}

/** What shows that a framework has set an attribute where a property was meant. */
function faultOfBinding(element: UpsellProperties, name: OptionName): string | undefined {
  const lower = name.toLowerCase();
  if (lower !== name && lower !== toAttribute(name) && element.hasAttribute(lower)) {
    return `the attribute ${lower}`;
  }
  // These two have words of their own for it.
  const isTold = name === 'launcher' || name === 'placementAttributes';
  return element[name] === '[object Object]' && !isTold ? 'an object as text' : undefined;
}

/** What is wrong with attributes that are no plain data, by the name of the one at fault. */
function faultOf(given: unknown): string {
  const isWhole = isRecord(given) && isData(given);
  const names = isWhole ? Object.keys(given) : [];
  const culprit = names.find((name) => !toPlain(() => ({ [name]: isWhole && given[name] })));
  if (culprit === undefined) return expectedKind('placementAttributes', 'a JSON object', given);
  return `placementAttributes.${culprit}: expected plain data, which no Map, BigInt or cycle is`;
}

/** A copy of a record as JSON would hold it, without functions and nodes; undefined where it cannot. */
function toPlain(read: () => object): PlacementAttributes | undefined {
  try {
    const text = JSON.stringify(read(), (_name, item: unknown) => {
      if (item instanceof Node) return undefined;
      if (isRecord(item) && !isData(item)) throw new TypeError();
      return item;
    });
    return JSON.parse(text) as PlacementAttributes;
  } catch {
    // Whose fault it is is said by who asks.
    return undefined;
  }
}

/** False for what JSON would make an empty object of: a Map, a Set, the data of a form. */
function isData(value: object): boolean {
  const kind = Object.prototype.toString.call(value);
  return Object.keys(value).length > 0 || /Object|Number|String|Boolean/.test(kind);
}

function invalid(name: OptionName, message: string): UpsellError {
  const right = [
    `Vue :${name}.prop="x"`,
    `React 19 ${name}={x} once the tag is defined`,
    `Angular [${name}]="x"`,
  ];
  const svelte = name === 'placementAttributes' ? 'placement-attributes={JSON.stringify(x)}' : `${name}={x}`;
  return new UpsellError('invalid-attributes', `${message}; ${right.join(', ')}, Svelte ${svelte}`);
}
