'use client';

import '../define.ts';

export { RoktUpsell, type RoktUpsellComponent, type RoktUpsellProps } from './rokt-upsell.ts';
