import type { ReactiveElement } from '@lit/reactive-element';
import type { UpsellProperties } from '../element/index.ts';

/** What a page sets on the element; what it only reads, and what it calls, is had from the ref. */
export type ElementProps = {
  readonly [Name in Exclude<keyof UpsellProperties, keyof ReactiveElement>]?:
    UpsellProperties[Name] | undefined;
};
