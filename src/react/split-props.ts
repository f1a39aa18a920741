import { RoktUpsellElement } from '../element/index.ts';
import type { ElementProps } from './element-props.ts';
import { type EventProps, events } from './events.ts';

/** The element's own properties, by the names that JSX has for them. */
export const propertyNames: readonly string[] = Object.keys(RoktUpsellElement.properties);

/** Attributes of HTML that are there or not: React 17 and 18 write `hidden="false"` on a custom element, which hides it. */
const presentOrNot = new Set(['autoFocus', 'hidden', 'inert', 'itemScope']);
const own = new Set([...propertyNames, ...Object.keys(events)]);

/** A component's props: `given` is for the element itself, `attributes` are what React writes on any tag. */
export interface SplitProps {
  readonly given: ElementProps & EventProps;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Tells the element's own props from those that React knows how to write. */
export function splitProps(props: object): SplitProps {
  const given: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (own.has(name)) given[name] = value;
    else if (presentOrNot.has(name)) attributes[name] = value === false ? undefined : value;
    else attributes[name === 'className' ? 'class' : name] = value;
  }
  return { given, attributes };
}
