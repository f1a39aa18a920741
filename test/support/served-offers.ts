import type { RoktUpsellElement } from '../../src/element/index.ts';
import { mountUpsell, reached } from './mount-upsell.ts';

/** One offer of parking, as a file. */
export const PARKING = '/test/support/parking-offers.json';

/** An element whose own offers are on the page. */
export async function served(setUp: (element: RoktUpsellElement) => unknown = () => undefined) {
  const { element } = await mountUpsell((it) => {
    Object.assign(it, { launcher: undefined, offersUrl: PARKING });
    setUp(it);
  });
  await reached(element, 'placements-ready');
  return element;
}
