import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CartLine, UpsellChange } from '../../src/cart/index.ts';
import { itBindsProps, itLetsGo } from './props-cases.ts';
import {
  installReactShop,
  type ReactShop,
  reactVersions,
  runInReactShop,
  startReactShop,
} from './react-shop.ts';

const events = {
  onCartItemUpdated: 'cart-item-updated',
  onPlacementsLoading: 'placements-loading',
  onPlacementsReady: 'placements-ready',
  onPlacementsEmpty: 'placements-empty',
  onPlacementsClosed: 'placements-closed',
  onPlacementsFailed: 'placements-failed',
  onUpsellError: 'upsell-error',
  onUpdateFailed: 'update-failed',
  onOfferEngaged: 'offer-engaged',
  onLinkRequested: 'link-requested',
} as const;

describe('the types of RoktUpsell', () => {
  it('take what is right and refuse what is not', async () => {
    await installReactShop();
    assert.equal(runInReactShop('node_modules/typescript/bin/tsc', '--noEmit'), '');
  });
});

for (const version of reactVersions) {
  describe(`RoktUpsell in React ${version}`, () => {
    let shop: ReactShop;
    before(async () => {
      shop = await startReactShop(version);
    });
    after(() => shop.stop());

    it('runs in that React', async () => {
      const page = await shop.open();
      assert.match(await page.evaluate(() => window.shop.version), new RegExp(`^${version}\\.`));
    });

    it('hands properties over as they are, and back to nothing when they go', async () => {
      const page = await shop.open();
      const seen = await page.evaluate(() => {
        const { render, upsell } = window.shop;
        const attributes = { event: 'gala' };
        render({ placementAttributes: attributes, sandbox: true, accountId: '222', loading: 'manual' });
        const first = upsell.current!;
        const isSame = first.placementAttributes === attributes;
        const { sandbox, accountId } = first;
        render({ placementAttributes: attributes, sandbox: false, loading: 'manual' });
        const after = [first.sandbox, first.accountId];
        const names = first.getAttributeNames().sort();
        return [isSame, sandbox, accountId, after, upsell.current === first, names];
      });
      assert.deepEqual(seen, [true, true, '222', [false, undefined], true, ['class', 'id']]);
    });

    itBindsProps(() => shop.open());
    itLetsGo(version, () => shop.open());

    it('leaves what was added to its attributes, until it is given others', async () => {
      const page = await shop.open();
      const seen = await page.evaluate(() => {
        const { render, upsell } = window.shop;
        const attributes = { event: 'gala' };
        render({ placementAttributes: attributes, loading: 'manual' });
        const element = upsell.current!;
        element.placementAttributes = { ...attributes, cartItems: '[]' };
        render({ placementAttributes: attributes, loading: 'manual', title: 'Extras' });
        const kept = element.placementAttributes;
        render({ placementAttributes: { event: 'ball' }, loading: 'manual' });
        return [kept, element.placementAttributes];
      });
      assert.deepEqual(seen, [{ event: 'gala', cartItems: '[]' }, { event: 'ball' }]);
    });

    it('calls the newest listener of each event, and none once the prop is gone', async () => {
      const page = await shop.open();
      const heard = await page.evaluate((types) => {
        const { render, upsell } = window.shop;
        const heard: string[] = [];
        const listening = (round: string) =>
          Object.fromEntries(
            Object.keys(types).map((prop) => [
              prop,
              (event: Event) => heard.push(`${round} ${prop} ${event.type}`),
            ]),
          );
        const fire = () =>
          Object.values(types).forEach((type) => upsell.current!.dispatchEvent(new CustomEvent(type)));
        render({ loading: 'manual', ...listening('first') });
        fire();
        render({ loading: 'manual', ...listening('second') });
        fire();
        render({ loading: 'manual' });
        fire();
        return heard;
      }, events);
      const round = (name: string) => Object.entries(events).map(([prop, type]) => `${name} ${prop} ${type}`);
      assert.deepEqual(heard, [...round('first'), ...round('second')]);
    });

    it('selects with a given launcher, tells what happens, and closes when it leaves the page', async () => {
      const page = await shop.open();
      const told = await page.evaluate(async () => {
        const { render, unmount, upsell, createLauncher, buildCartItem } = window.shop;
        const rokt = createLauncher();
        const told: unknown[] = [];
        const ready = new Promise((resolve) =>
          render({
            launcher: rokt.launcher,
            onPlacementsReady: resolve,
            onCartItemUpdated: ({ detail }) => told.push(detail.cartItems.map((item) => item.quantity)),
          }),
        );
        const selection = await rokt.nextSelection();
        selection.succeed();
        await ready;
        selection.shopperSets(buildCartItem({ quantity: 2 }));
        const element = upsell.current!;
        told.push(element.phase);
        unmount();
        await Promise.resolve();
        told.push(element.phase, upsell.current, rokt.selections.length);
        return told;
      });
      assert.deepEqual(told, [[2], 'ready', 'closed', null, 1]);
    });

    it('keeps a cart aligned, written as the documentation shows, and tells of a failure', async () => {
      const page = await shop.open();
      const told = await page.evaluate(async () => {
        const { createLauncher, buildCartItem } = window.shop;
        const rokt = createLauncher();
        window.Rokt = { createLauncher: async () => rokt.launcher };
        let lines: CartLine[] = [];
        const setUpsell = ({ quantity, catalogItemId, ...ids }: UpsellChange) => {
          lines = [{ productId: catalogItemId, quantity, upsell: { catalogItemId, ...ids } }];
        };
        const stop = () => undefined;
        const cart = { lines: () => lines, subscribe: () => stop, setUpsell, removeUpsell: stop };
        const failed = new Promise((onFailed) => window.shop.renderOffers({ cart, onFailed }));
        const upsell = document.querySelector('rokt-upsell')!;
        const ready = new Promise((resolve) => upsell.addEventListener('placements-ready', resolve));
        const selection = await rokt.nextSelection();
        selection.succeed();
        await ready;
        selection.shopperSets(buildCartItem({ quantity: 2 }));
        const quantities = lines.map(({ quantity }) => quantity);
        void upsell.select();
        (await rokt.nextSelection()).fail();
        return [quantities, await failed];
      });
      assert.deepEqual(told, [[2], 'selection-rejected']);
    });

    it('does nothing when a server imports it, and sends the tag, which waits, with its slots', async () => {
      assert.equal(runInReactShop('--input-type=module', '-e', "await import('rokt-upsell/react');"), '');
      const html =
        '<rokt-upsell loading="manual" id="upsell" class="extras"><p slot="failed">Extras cannot be shown right now.</p></rokt-upsell>';
      assert.equal(shop.html, html);
    });

    it('hydrates what a server has sent without a complaint, keeps the node, and selects then', async () => {
      const page = await shop.open();
      const told = await page.evaluate(async (html) => {
        const { receive, hydrate, upsell, createLauncher, errors } = window.shop;
        const rokt = createLauncher();
        const sent = await receive(html);
        const ready = new Promise((resolve) => {
          const placementAttributes = { event: 'gala' };
          hydrate({ launcher: rokt.launcher, placementAttributes, onPlacementsReady: resolve });
        });
        const selection = await rokt.nextSelection();
        selection.succeed();
        await ready;
        const kept = upsell.current === sent && !sent!.hasAttribute('loading');
        return [errors, kept, upsell.current!.phase, selection.request.attributes];
      }, shop.html);
      assert.deepEqual(told, [[], true, 'ready', { event: 'gala' }]);
    });
  });
}
