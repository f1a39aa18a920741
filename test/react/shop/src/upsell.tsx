import * as React from 'react';
import type { RoktUpsellElement } from 'rokt-upsell';
import { RoktUpsell, type RoktUpsellProps } from 'rokt-upsell/react';

/** The component as a shop writes it. */
export function toUpsell(props: RoktUpsellProps, ref?: React.Ref<RoktUpsellElement>) {
  return (
    <RoktUpsell id="upsell" className="extras" {...props} ref={ref ?? null}>
      <p slot="failed">Extras cannot be shown right now.</p>
    </RoktUpsell>
  );
}
