import { createComponent } from '@lit/react';
import * as React from 'react';
import '../define.ts';
import { RoktUpsellElement } from '../element/index.ts';
import { UpsellProperties } from '../element/upsell-properties.ts';
import type { ElementProps } from './element-props.ts';
import { type EventProps, events } from './events.ts';

/** The element's properties, its events, and what every HTML element takes. */
export type RoktUpsellProps = Omit<
  React.HTMLAttributes<RoktUpsellElement>,
  keyof ElementProps | keyof EventProps
> &
  ElementProps &
  EventProps;

// Reading it makes the accessors that tell properties from attributes, which on a server nothing else does.
// eslint-disable-next-line @typescript-eslint/no-meaningless-void-operator
void UpsellProperties.observedAttributes;

/**
 * `<rokt-upsell>` as a React component; its ref is the element.
 *
 * A server sends the bare tag with its children. Properties and events reach the element after hydration, so that no
 * selection starts before it.
 */
export const RoktUpsell = createComponent({
  react: React,
  tagName: 'rokt-upsell',
  elementClass: RoktUpsellElement,
  events,
  displayName: 'RoktUpsell',
}) as React.ForwardRefExoticComponent<RoktUpsellProps & React.RefAttributes<RoktUpsellElement>>;
