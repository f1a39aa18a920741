'use client';

import '../define.ts';

export { RoktUpsell, type RoktUpsellComponent, type RoktUpsellProps } from './rokt-upsell.ts';
export type { UpsellProperties } from '../element/index.ts';
export type { ElementProps } from './element-props.ts';
export type { EventProps, Pascal } from './events.ts';
