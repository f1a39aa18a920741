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

type Component = React.ForwardRefExoticComponent<RoktUpsellProps & React.RefAttributes<RoktUpsellElement>>;

// Reading it makes the accessors that tell properties from attributes, which on a server nothing else does.
// eslint-disable-next-line @typescript-eslint/no-meaningless-void-operator
void UpsellProperties.observedAttributes;

const Tag = createComponent({
  react: React,
  tagName: 'rokt-upsell',
  elementClass: RoktUpsellElement,
  events,
}) as Component;

/** React 17 and 18 warn of a layout effect on a server, where neither effect runs. */
const useAtOnce = typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect;

/**
 * `<rokt-upsell>` as a React component; its ref is the element.
 *
 * A server sends the bare tag with its children. Properties and events reach the element after hydration, so that no
 * selection starts before it.
 */
export const RoktUpsell: Component = React.forwardRef<RoktUpsellElement, RoktUpsellProps>(
  ({ placementAttributes, ...props }, ref) => {
    const element = React.useRef<RoktUpsellElement | null>(null);
    const take = React.useCallback(
      (node: RoktUpsellElement | null) => {
        element.current = node;
        if (typeof ref === 'function') ref(node);
        else if (ref) ref.current = node;
      },
      [ref],
    );
    // Only a new object: each other render would undo what `addPlacementAttributes` has added to the last one.
    useAtOnce(() => {
      if (element.current) element.current.placementAttributes = placementAttributes ?? {};
    }, [placementAttributes]);
    return React.createElement(Tag, { ...props, ref: take });
  },
);
RoktUpsell.displayName = 'RoktUpsell';
