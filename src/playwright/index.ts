export { expect, test, type UpsellFixtures, type UpsellTest, type UpsellWorkerFixtures } from './test.ts';
export type { HeldCartItem, Upsell } from './upsell.ts';
/** What an account and the service have is typed there. */
export type * from '../service/index.ts';
