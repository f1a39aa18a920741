import type { ConformanceCase } from './case.ts';
import type { ConformancePage } from './conformance-page.ts';

const before = { items: ['a'], failed: 'No extras.' };
const after = { items: ['b', 'c'], failed: 'No extras today.' };

/** The element's children, as `slot: text`. */
function childrenOf({ element }: ConformancePage): string[] {
  return [...element.children].map((child) => `${child.slot || `#${child.id}`}: ${child.textContent}`);
}

const childrenAfter = ['#own-mount: bc', 'failed: No extras today.'];

/** What the framework renders inside, and when it takes the element away. */
export const childCases: readonly ConformanceCase[] = [
  {
    name: 'children are rendered again in place, with the page’s own mount node left alone',
    async act(page) {
      await page.show('children', before);
      const selection = await page.fill();
      const mount = page.document.querySelector('#own-mount');
      await page.show('children', after);
      const isSame = page.document.querySelector('#own-mount') === mount;
      return { children: childrenOf(page), isSame, phase: page.element.phase, isClosed: selection.isClosed };
    },
    expected: { children: childrenAfter, isSame: true, phase: 'ready', isClosed: false },
  },
  {
    name: 'children that were rendered before the tag was defined stay as they are, and are rendered again after it',
    query: 'define=late',
    async act(page) {
      await page.show('children', before);
      await page.define();
      const upgraded = childrenOf(page);
      await page.fill();
      await page.show('children', after);
      return { upgraded, children: childrenOf(page) };
    },
    expected: { upgraded: ['#own-mount: a', 'failed: No extras.'], children: childrenAfter },
  },
  {
    name: 'the mount node that the element has appended stays when the scene is rendered again',
    async act(page) {
      const scripted = page.api.launcher();
      const show = (cartTotal: string) =>
        page.show('properties', { launcher: scripted.launcher, placementAttributes: { cartTotal } });
      await show('1.00');
      await page.succeed(scripted);
      const mount = page.document.querySelector('#rokt-placeholder');
      await show('2.00');
      return { isThere: mount !== null, isSame: page.document.querySelector('#rokt-placeholder') === mount };
    },
    expected: { isThere: true, isSame: true },
  },
  {
    name: 'an unmounted element closes its placements, and one that is mounted again selects anew',
    async act(page) {
      await page.show('remount', { shown: true });
      const first = await page.fill();
      await page.show('remount', { shown: false });
      const left = page.document.querySelectorAll('rokt-upsell').length;
      await page.show('remount', { shown: true });
      const second = await page.fill();
      return { left, closed: [first.isClosed, second.isClosed], phase: page.element.phase };
    },
    expected: { left: 0, closed: [true, false], phase: 'ready' },
  },
  {
    name: 'a scene that is taken away leaves no open selection',
    async act(page) {
      const scripted = page.api.launcher();
      await page.show('properties', { launcher: scripted.launcher, placementAttributes: {} });
      await page.succeed(scripted);
      await page.api.hide();
      await page.settle();
      const left = page.document.querySelectorAll('rokt-upsell').length;
      return { left, closed: scripted.selections.map(({ isClosed }) => isClosed) };
    },
    expected: { left: 0, closed: [true] },
  },
  {
    name: 'in the framework’s strict mode there is one selection, and it stays open',
    query: 'strict',
    only: ['react'],
    async act(page) {
      const scripted = page.api.launcher();
      await page.show('properties', { launcher: scripted.launcher, placementAttributes: {} });
      await page.succeed(scripted);
      await page.settle();
      return { closed: scripted.selections.map(({ isClosed }) => isClosed), phase: page.element.phase };
    },
    expected: { closed: [false], phase: 'ready' },
  },
];
