import { interleaved } from '../rounds.mjs';
import { againstTwin } from './against-twin.mjs';
import { serveOffersPages } from './offers-pages.mjs';
import { openBench, tell, withBrowser } from './open.mjs';

/**
 * From the navigation to the first offers that are painted, with nothing in a cache.
 *
 * @param {import('../scale.mjs').Scale} scale
 * @returns {Promise<import('../figure.mjs').Table>}
 */
export async function measureLoading(scale) {
  return withBrowser(async (opened) => {
    const page = await openBench(opened);
    await serveOffersPages(opened.pages, page);
    await page.close();
    const took = await interleaved(['ours', 'twin', 'again'], scale, (side) =>
      tell(opened, side === 'ours' ? '/ours.html' : '/twin.html', 'painted'),
    );
    const figures = [againstTwin('navigation → first offers painted, cold', took, 1.1)];
    return { figures, rounds: scale.rounds };
  });
}
