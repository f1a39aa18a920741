import { counts, median, ratio } from '../service/figures.mjs';
import { interleaved } from './figures.mjs';

/**
 * Changes through the whole element against the dispatch of bare events, and how often placements are selected.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} rounds
 */
export async function measureUpdates(page, rounds) {
  const bench = (/** @type {string} */ name, /** @type {number} */ held) =>
    page.evaluate(
      ([act, given]) => /** @type {any} */ (window).bench[act](given),
      /** @type {const} */ ([name, held]),
    );
  const took = await interleaved(['1', '50', 'bare', 'again'], rounds, (name) =>
    name === 'bare' || name === 'again' ? bench('measureDispatch', 0) : bench('measureUpdates', Number(name)),
  );
  const control = ratio(took.again, took.bare);
  const selections = await bench('countSelections', 0);
  const rows = [took['1'], took['50']].map((ours, index) => ({
    figure: `cart updates through the element, ${[1, 50][index]} held`,
    ours: `${(median(ours) * 1000).toFixed(1)} µs`,
    'bare dispatch': `${(median(took.bare) * 1000).toFixed(1)} µs`,
    speed: `${(100 / ratio(ours, took.bare)).toFixed(0)} %`,
    goal: '≥ 40 %',
    'A/A': `${control.toFixed(2)}${counts(control) ? '' : ' (does not count)'}`,
  }));
  return { rows, selections };
}

/**
 * What is left on the heap after so many elements have come and gone, as a share of what was there before.
 *
 * @param {import('playwright-core').Page} page
 */
export async function measureMemory(page) {
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    for (let n = 0; n < 3; n++) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const comeAndGo = () => page.evaluate(() => /** @type {any} */ (window).bench.comeAndGo(1_000));
  await comeAndGo();
  const before = await used();
  await comeAndGo();
  const after = await used();
  await session.detach();
  return { before, after, share: after / before - 1 };
}
