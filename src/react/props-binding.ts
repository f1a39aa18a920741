import type { RoktUpsellElement } from '../element/index.ts';
import type { ElementProps } from './element-props.ts';
import { type EventProps, events } from './events.ts';
import { propertyNames } from './split-props.ts';

type Given = ElementProps & EventProps;
type Properties = Record<string, unknown>;

/**
 * Hands a component's props to one element: those that changed since the last time, and nothing else. What the page or
 * `connectCart` has set on the element meanwhile stays.
 */
export class PropsBinding {
  readonly element: RoktUpsellElement;
  /** What each property was before the component first set it, which it is again when its prop goes. */
  readonly #own: Properties = {};
  #given: Given = {};

  constructor(element: RoktUpsellElement) {
    this.element = element;
    // It has waited for its properties under `loading="manual"`.
    element.removeAttribute('loading');
    element.loading = 'eager';
    for (const [prop, type] of Object.entries(events)) {
      element.addEventListener(type, (event: Event) => this.#tell(prop as keyof EventProps, event));
    }
  }

  /** The element has these properties, and these listeners hear it. */
  apply(given: Given): void {
    const before = this.#given as Properties;
    const now = given as Properties;
    this.#given = given;
    for (const name of propertyNames) {
      if (!Object.is(before[name], now[name])) this.#set(name, now[name]);
    }
  }

  #set(name: string, value: unknown): void {
    const properties = this.element as unknown as Properties;
    if (!Object.hasOwn(this.#own, name)) this.#own[name] = properties[name];
    properties[name] = value === undefined ? this.#own[name] : value;
  }

  #tell(prop: keyof EventProps, event: Event): void {
    (this.#given[prop] as ((event: Event) => void) | undefined)?.(event);
  }
}
