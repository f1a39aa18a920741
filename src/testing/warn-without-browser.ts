let isWarned = false;

/**
 * Warns once where the page is imitated in Node, as by jsdom: a test there may wait for ever.
 *
 * Both are taken for browsers by the code under test; what an element needs of one they lack in part.
 */
export function warnWithoutBrowser(): void {
  const { navigator } = globalThis as { navigator?: { readonly userAgent?: string } };
  const [imitation] = /jsdom|HappyDOM/i.exec(navigator?.userAgent ?? '') ?? [];
  if (imitation === undefined || isWarned) return;
  isWarned = true;
  console.warn(
    `rokt-upsell/testing: nextSelection() waits for an element in ${imitation}. <rokt-upsell> needs a real browser: ` +
      'run this test in one, with @web/test-runner, Playwright or the browser mode of Vitest.',
  );
}
