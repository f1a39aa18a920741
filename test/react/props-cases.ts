import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';

/** What becomes of a prop while the component is there, in any React. */
export function itBindsProps(open: () => Promise<Page>): void {
  it('writes what any tag has as a shopper’s browser takes it, and takes it away again', async () => {
    const page = await open();
    const seen = await page.evaluate(() => {
      const { render, upsell } = window.shop;
      const told = () => [upsell.current!.hidden, upsell.current!.title, upsell.current!.className];
      render({ loading: 'manual', hidden: true, title: 'Extras', className: 'wide' });
      const first = told();
      render({ loading: 'manual', hidden: false, title: 'Upsells' });
      return [first, told()];
    });
    assert.deepEqual(seen, [
      [true, 'Extras', 'wide'],
      [false, 'Upsells', 'extras'],
    ]);
  });

  it('leaves what the page has set on the element, and gives back what it had before a prop', async () => {
    const page = await open();
    const seen = await page.evaluate(() => {
      const { render, upsell } = window.shop;
      render({ loading: 'manual', targetId: undefined, timeout: 2_000 });
      const element = upsell.current!;
      const first = [element.targetId, element.timeout];
      element.heldItems = [{ cartItemId: 'c', catalogItemId: 'parking', quantity: 1 }];
      render({ loading: 'manual', placementAttributes: { event: 'gala' } });
      const [held] = element.heldItems;
      render({ timeout: undefined });
      return [first, held?.quantity, element.timeout, element.loading, element.placementAttributes];
    });
    assert.deepEqual(seen, [['rokt-placeholder', 2_000], 1, 10_000, 'eager', {}]);
  });
}

/** What becomes of a ref and a listener when the component comes and goes, in one React. */
export function itLetsGo(version: string, open: () => Promise<Page>): void {
  it('gives a ref callback the element, and calls what it returns where React takes that', async () => {
    const page = await open();
    const told = await page.evaluate(() => {
      const told: string[] = [];
      const ref = (node: Element | null) => {
        told.push(node ? node.localName : 'null');
        return () => void told.push('clean-up');
      };
      window.shop.renderWith(ref, { loading: 'manual' });
      window.shop.unmount();
      return told.slice(-2);
    });
    assert.deepEqual(told, ['rokt-upsell', version === '19' ? 'clean-up' : 'null']);
  });

  it('hears that the last placement closes when the component goes', async () => {
    const page = await open();
    const heard = await page.evaluate(async () => {
      const { render, unmount, createLauncher } = window.shop;
      const rokt = createLauncher();
      const ready = new Promise((onPlacementsReady) =>
        render({
          launcher: rokt.launcher,
          onPlacementsReady,
          onPlacementsClosed: () => heard.push('closed'),
        }),
      );
      const heard: string[] = [];
      (await rokt.nextSelection()).succeed();
      await ready;
      unmount();
      await Promise.resolve();
      return heard;
    });
    assert.deepEqual(heard, ['closed']);
  });
}
