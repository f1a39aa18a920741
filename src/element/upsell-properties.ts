import { type PropertyDeclarations, ReactiveElement } from '@lit/reactive-element';
import { allowScriptOrigin, prepareLauncher, type SourceProperties } from '../sdk/index.ts';
import type { RoktUpsellEventMap } from './events.ts';
import { millisecondsOf, optionNames, options, toAttribute, type UpsellOptions } from './options.ts';

/** What a page can say to `<rokt-upsell>`: every option as a reactive property, and no behaviour. */
export class UpsellProperties extends ReactiveElement {
  /** True: what is held is submitted with the form around it, under `name`. */
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = Object.fromEntries(
    optionNames.map((name) => [name, { ...options[name], attribute: toAttribute(name) }]),
  );

  /**
   * Makes the launcher one step before it is needed; nothing is shown. Resolves when it is there or has failed: the
   * selection that needs it tries again, and tells.
   */
  static async prepare(wanted: Partial<SourceProperties> & { readonly timeout?: number }): Promise<void> {
    await prepareLauncher(wanted, millisecondsOf(wanted, 'timeout'));
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

  constructor() {
    super();
    for (const name of optionNames) {
      const { initial } = options[name];
      // An object is each element's own.
      if (initial !== undefined) Object.assign(this, { [name]: structuredClone(initial) });
    }
  }
}

/** Typed listeners for the element's own events and the browser's, untyped ones for all others. */
export interface UpsellProperties extends UpsellOptions {
  /** Calls `listener` at each event of the type: one of the element’s own, the browser’s, or any other. */
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
  /** Ends what `addEventListener` began with the same type and listener. */
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
