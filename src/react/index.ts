'use client';

import '../define.ts';

export { RoktUpsell, type RoktUpsellProps } from './rokt-upsell.ts';
