import type { CartItem } from '../../src/element/index.ts';
import type { ConformanceCase } from './case.ts';
import type { ConformancePage } from './conformance-page.ts';

const eventTypes = [
  'cart-item-updated',
  'link-requested',
  'offer-engaged',
  'placements-closed',
  'placements-empty',
  'placements-failed',
  'placements-loading',
  'placements-ready',
  'update-failed',
  'upsell-error',
] as const;

const parking: CartItem = {
  cartItemId: 'item-parking-a',
  catalogItemId: 'parking-a',
  currency: 'USD',
  description: 'Parking close by',
  name: 'Parking',
  providerData: '{}',
  quantity: 1,
  unitPrice: 35,
  totalPrice: 35,
};

/** Makes the element fire each of its events; returns them as the document has heard them. */
async function fireEach(page: ConformancePage): Promise<string[]> {
  const fired: string[] = [];
  for (const type of eventTypes) page.document.addEventListener(type, () => fired.push(type));
  // It leads nowhere from here.
  page.document.addEventListener('link-requested', (event) => event.preventDefault());
  const { element } = page;
  const scripted = page.api.launcher();
  element.launcher = scripted.launcher;
  const selection = await scripted.nextSelection();
  const placement = selection.succeed();
  await page.until(() => element.phase === 'ready');
  selection.shopperSets(parking);
  selection.emit('V2_CART_ITEM_UPDATED', 'no cart item');
  selection.emit('OFFER_ENGAGEMENT');
  selection.emit('LINK_NAVIGATION_REQUEST', { url: 'https://shop.example/terms' });
  element.dispatchEvent(new CustomEvent('update-cart-item', { detail: { quantity: -1 } }));
  await page.until(() => fired.includes('update-failed'));
  placement.closeByShopper();
  void element.select();
  (await scripted.nextSelection()).find(0);
  await page.until(() => element.phase === 'empty');
  void element.select();
  (await scripted.nextSelection()).fail();
  await page.until(() => element.phase === 'failed');
  return fired;
}

/** What the page's bindings are told. */
export const eventCases: readonly ConformanceCase[] = [
  {
    name: 'each of the ten events is heard once, in every spelling of a listener',
    async act(page) {
      await page.show('events', {});
      const fired = await fireEach(page);
      const spellings = [...new Set(page.api.heard.map(({ handler }) => handler))];
      const times = (types: readonly string[], type: string) => types.filter((one) => one === type).length;
      const missed = spellings.flatMap((spelling) => {
        const heard = page.api.heard.filter(({ handler }) => handler === spelling).map(({ type }) => type);
        const wrong = eventTypes.filter((type) => times(heard, type) !== times(fired, type));
        return wrong.map((type) => `${spelling}: ${type}`);
      });
      return { fired: [...new Set(fired)].sort(), isHeard: spellings.length > 0, missed };
    },
    expected: { fired: eventTypes, isHeard: true, missed: [] },
  },
  {
    name: 'rendering again binds no listener twice',
    async act(page) {
      for (let n = 0; n < 3; n++) await page.show('events', {});
      await page.fill();
      const heard = page.api.heard.filter(({ type }) => type === 'placements-ready');
      return heard.length - new Set(heard.map(({ handler }) => handler)).size;
    },
    expected: 0,
  },
];
