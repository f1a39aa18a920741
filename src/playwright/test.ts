import {
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  test as base,
  type TestType,
} from '@playwright/test';
import { startService, type StartedService } from '../service/index.ts';
import { openUpsell, type Upsell } from './upsell.ts';

export { expect } from '@playwright/test';

/** What a test can ask for by name. */
export interface UpsellFixtures {
  /** An account of the service for this test alone, and the tags of its page, which show that account's offers. */
  readonly upsell: Upsell;
  /** What the account sells, as a catalogue file; a demo catalogue with test items unless `test.use()` says otherwise. */
  readonly upsellCatalogue: unknown;
}

/** What the tests of one worker share. */
export interface UpsellWorkerFixtures {
  /** The service, on a free port. */
  readonly upsellService: StartedService;
}

/** Playwright's `test` with what is ours. */
export type UpsellTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & UpsellFixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & UpsellWorkerFixtures
>;

/** Playwright's `test`, with an upsell service: `test('…', async ({ page, upsell }) => …)`. */
export const test: UpsellTest = base.extend<UpsellFixtures, UpsellWorkerFixtures>({
  upsellCatalogue: [undefined, { option: true }],
  upsellService: [
    // Playwright reads from the pattern which fixtures are asked for: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const service = await startService();
      await use(service);
      await service.stop();
    },
    { scope: 'worker' },
  ],
  upsell: async ({ page, upsellService, upsellCatalogue }, use) => {
    const account = await upsellService.account({ catalogue: upsellCatalogue, keepsMessages: true });
    await use(await openUpsell(page, upsellService.url, account));
  },
});
