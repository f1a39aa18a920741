import { openBench, withBrowser } from './open.mjs';

/**
 * What is left on the heap after so many elements have come and gone, as a share of what was there before.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureMemory({ elements }) {
  return withBrowser(async (opened) => {
    const page = await openBench(opened);
    const session = await page.context().newCDPSession(page);
    const used = async () => {
      for (let n = 0; n < 3; n++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const comeAndGo = () =>
      page.evaluate((times) => /** @type {any} */ (window).bench.comeAndGo(times), elements);
    await comeAndGo();
    const before = await used();
    await comeAndGo();
    const after = await used();
    const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(0)} KB`;
    return {
      figures: [
        {
          name: `heap after ${elements.toLocaleString('en')} more elements have come and gone`,
          reached: (after / before - 1) * 100,
          unit: '%',
          goal: { most: 1 },
          details: { before: kilobytes(before), after: kilobytes(after) },
        },
      ],
    };
  });
}
