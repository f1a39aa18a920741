import type { RoktUpsellElement, RoktUpsellEventMap } from 'rokt-upsell';
import type { HTMLAttributes, RefAttributes } from 'react';

type Events = {
  [Type in keyof RoktUpsellEventMap as `on${Type}`]?: (event: RoktUpsellEventMap[Type]) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rokt-upsell': HTMLAttributes<RoktUpsellElement> &
        RefAttributes<RoktUpsellElement> &
        Events & {
          'account-id'?: string;
          'offers-url'?: string;
          'sdk-url'?: string;
          identifier?: string;
          placementAttributes?: RoktUpsellElement['placementAttributes'];
        };
    }
  }
}
