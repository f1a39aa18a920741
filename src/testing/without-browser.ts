/** How long a test waits for a selection where none can come, ms. */
export const PATIENCE = 2_000;

/**
 * Why no selection may come: the page is imitated in Node, as by jsdom. Undefined in a browser.
 *
 * Both imitations are taken for browsers by the code under test; what an element needs of one they lack in part.
 */
export function faultWithoutBrowser(): Error | undefined {
  const { navigator } = globalThis as { navigator?: { readonly userAgent?: string } };
  const [imitation] = /jsdom|HappyDOM/i.exec(navigator?.userAgent ?? '') ?? [];
  if (imitation === undefined) return undefined;
  return new Error(
    `rokt-upsell/testing: nextSelection() has waited ${PATIENCE} ms for an element in ${imitation}. <rokt-upsell> needs a real ` +
      'browser: run this test in one, with @web/test-runner, Playwright or the browser mode of Vitest.',
  );
}
