// On a server this does nothing.
import 'rokt-upsell';
import { render as renderComponent } from 'svelte/server';
import Upsell from '../src/Upsell.svelte';
import { upsellProps } from './props.ts';

/** What a server sends: the bare tag and its slots. */
export function render(): string {
  return renderComponent(Upsell, { props: upsellProps() }).body;
}
