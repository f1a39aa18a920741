import { median, ratio } from '../statistics.mjs';
import { interleaved } from '../rounds.mjs';
import { openBench, withBrowser } from './open.mjs';

/**
 * Changes through the whole element against the dispatch of bare events, and how often placements are selected.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureUpdates(scale) {
  return withBrowser(async (opened) => {
    const page = await openBench(opened);
    const bench = (/** @type {string} */ name, /** @type {number} */ held) =>
      page.evaluate(
        ([act, times, given]) => /** @type {any} */ (window).bench[act](times, given),
        /** @type {const} */ ([name, scale.updates, held]),
      );
    const took = await interleaved(['1', '50', 'bare', 'again'], scale, (name) =>
      name === 'bare' || name === 'again'
        ? bench('measureDispatch', 0)
        : bench('measureUpdates', Number(name)),
    );
    const micros = (/** @type {number[]} */ figures) => `${(median(figures) * 1000).toFixed(1)} µs`;
    const speeds = /** @type {const} */ (['1', '50']).map((held) => ({
      name: `cart updates through the element, ${held} held, against the dispatch of an event`,
      reached: 100 / ratio(took[held], took.bare),
      unit: /** @type {const} */ ('%'),
      goal: { least: 40 },
      control: ratio(took.again, took.bare),
      details: { ours: micros(took[held]), dispatch: micros(took.bare) },
    }));
    const selections = await page.evaluate(() => /** @type {any} */ (window).bench.countSelections());
    return {
      rounds: scale.rounds,
      figures: [
        ...speeds,
        {
          name: 'selections, of 50 cart changes on a page that writes its total into the attributes',
          reached: selections,
          unit: 'count',
          goal: { most: 1 },
        },
      ],
    };
  });
}
