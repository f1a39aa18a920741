'use client';

import * as React from 'react';
import type { RoktUpsellElement } from '../element/index.ts';
import type { ElementProps } from './element-props.ts';
import type { EventProps } from './events.ts';
import { PropsBinding } from './props-binding.ts';
import { splitProps } from './split-props.ts';

/** The element's properties, its events, and what every HTML element takes. */
export type RoktUpsellProps = Omit<
  React.HTMLAttributes<RoktUpsellElement>,
  keyof ElementProps | keyof EventProps
> &
  ElementProps &
  EventProps;

/** The component: its props, and a ref to the element. */
export type RoktUpsellComponent = React.ForwardRefExoticComponent<
  RoktUpsellProps & React.RefAttributes<RoktUpsellElement>
>;

/** React 17 and 18 warn of a layout effect on a server, where neither effect runs. */
const useAtOnce = typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect;

/** A tag that has come from a server waits; what the element adds to it before React is there is no mistake. */
const untilBound = { loading: 'manual', suppressHydrationWarning: true } as const;

/**
 * `<rokt-upsell>` as a React component; its ref is the element.
 *
 * A server sends the bare tag with its children. Properties and events reach the element after hydration, so that no
 * selection starts before it.
 */
export const RoktUpsell: RoktUpsellComponent = React.forwardRef<RoktUpsellElement, RoktUpsellProps>(
  (props, ref) => {
    const element = React.useRef<RoktUpsellElement | null>(null);
    const binding = React.useRef<PropsBinding | undefined>(undefined);
    const { given, attributes } = splitProps(props);
    const take = React.useCallback(
      (node: RoktUpsellElement | null) => {
        element.current = node;
        return handOver(ref, node);
      },
      [ref],
    );
    useAtOnce(() => {
      if (!element.current) return;
      if (binding.current?.element !== element.current) binding.current = new PropsBinding(element.current);
      binding.current.apply(given);
    });
    return React.createElement('rokt-upsell', { ...untilBound, ...attributes, ref: take });
  },
);
RoktUpsell.displayName = 'RoktUpsell';

/** Gives the shop's ref the element, and React 19 the clean-up that a ref callback may return. */
function handOver(
  ref: React.ForwardedRef<RoktUpsellElement>,
  node: RoktUpsellElement | null,
): (() => void) | undefined {
  if (typeof ref === 'function') {
    const cleanUp: unknown = ref(node);
    return typeof cleanUp === 'function' ? (cleanUp as () => void) : undefined;
  }
  if (ref) ref.current = node;
  return undefined;
}
