export { expect, test, type UpsellFixtures, type UpsellTest, type UpsellWorkerFixtures } from './test.ts';
export type { HeldCartItem, Upsell } from './upsell.ts';
