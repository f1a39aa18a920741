export { RoktUpsell, type RoktUpsellProps } from './rokt-upsell.ts';
