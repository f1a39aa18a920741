import { expect, fixture, html } from '@open-wc/testing';
import { connectCart } from '../../src/cart/index.ts';
import type { Launcher, Selection } from '../../src/sdk/index.ts';
import { buildCartItem, createScriptedLauncher } from '../../src/testing/index.ts';
import { hostRokt, launcherMade, SDK_URL } from '../support/hosted-rokt.ts';
import { mountReady, reached } from '../support/mount-upsell.ts';
import { block, readMarkup, runModule } from '../support/run-block.ts';
import { until } from '../support/until.ts';

const page = '/docs/migration.md';
const item = buildCartItem({ cartItemId: 'a', linkedProductId: 'laptop', quantity: 1 });

describe('what docs/migration.md writes by hand', () => {
  it('loads and selects, is told of the shopper, asks, and ends', async () => {
    const rokt = hostRokt();
    const made: { launcher?: Launcher; selection?: Selection } = {};
    const loading = (await block(page, 0, 'js')).replace(/'https:\/\/[^']+'/, `'${SDK_URL}'`);
    const loaded = runModule(`${loading}\nObject.assign(made, { launcher, selection });`, { made });
    const launcher = await launcherMade(rokt, 0);
    expect(launcher.options).to.deep.equal({ accountId: '222' });
    const scripted = await launcher.nextSelection();
    scripted.succeed();
    await loaded;
    expect(scripted.request).to.deep.include({
      identifier: 'checkout.upsell',
      attributes: { eventId: '1100526195FA115A' },
    });

    const told: unknown[] = [];
    const shop = {
      add: ({ cartItemId }: { cartItemId: string }) => told.push(['add', cartItemId]),
      update: (id: string) => told.push(['update', id]),
      remove: (id: string) => told.push(['remove', id]),
      upsells: () => [item, { ...item, cartItemId: 'b', linkedProductId: 'phone' }],
    };
    await runModule(await block(page, 4, 'js'), { ...made, shop });
    for (const quantity of [1, 2, 0]) scripted.shopperSets({ ...item, quantity });
    expect(told).to.deep.equal([
      ['add', 'a'],
      ['update', 'a'],
      ['remove', 'a'],
    ]);

    const asking = runModule(await block(page, 6, 'js'), { cartItemId: 'a' });
    (await scripted.nextSend()).resolve();
    await asking;
    expect(told.at(-1)).to.deep.equal(['remove', 'a']);
    await runModule(`${await block(page, 8, 'js')}\nonProductRemoved('laptop');`);
    const { data } = await scripted.nextSend();
    expect(data).to.deep.equal({ cartItemId: 'a', quantity: 0 });
    await runModule(await block(page, 10, 'js'), { email: 'jane@example.com' });
    expect(scripted.attributesSet).to.deep.equal([{ email: 'jane@example.com' }]);
    await runModule(await block(page, 12, 'js'));
    expect(launcher.isTerminated).to.equal(true);
  });

  it('has a mock of its own', async () => {
    await runModule(await block(page, 14, 'js'));
    expect(await window.Rokt?.createLauncher?.({})).to.deep.equal({});
  });
});

describe('what docs/migration.md writes with the tag', () => {
  it('loads and selects the same', async () => {
    const rokt = hostRokt();
    const { element } = readMarkup(await block(page, 1, 'html'));
    element.setAttribute('sdk-url', SDK_URL);
    (await fixture<HTMLElement>(html`<div></div>`)).append(element);
    const ready = reached(element, 'placements-ready');
    const launcher = await launcherMade(rokt, 0);
    expect(launcher.options).to.include({ accountId: '222' });
    const selection = await launcher.nextSelection();
    selection.succeed();
    await ready;
    expect(selection.request.identifier).to.equal('checkout.upsell');
    expect(selection.request.attributes).to.include({ eventId: '1100526195FA115A' });
  });

  it('is told of the shopper, asks and believes the answer, passes on an address, and ends', async () => {
    const { element: upsell, selection } = await mountReady();
    let upsells: readonly unknown[] = [];
    const staying: string[] = [];
    const shop = {
      setUpsells(items: readonly unknown[]) {
        upsells = items;
      },
      showThatItStays: (id: string) => staying.push(id),
    };
    await runModule(await block(page, 5, 'js'), { upsell, shop });
    selection.shopperSets(item);
    expect(upsells).to.have.length(1);
    for (const answered of [item, { ...item, quantity: 0 }]) {
      const asking = runModule(await block(page, 7, 'js'), { cartItemId: 'a' });
      const sent = await selection.nextSend();
      sent.resolve();
      if (answered.quantity > 0) sent.answer(answered);
      else sent.answer();
      await asking;
      expect([upsells.length, staying]).to.deep.equal([answered.quantity, ['a']]);
    }
    await runModule(await block(page, 11, 'js'), { email: 'jane@example.com' });
    expect(selection.attributesSet.at(-1)).to.include({ email: 'jane@example.com' });
    selection.shopperSets(item);
    await runModule(await block(page, 13, 'js'));
    await selection.closed;
    expect([upsell.isConnected, upsell.cartItems.length]).to.deep.equal([false, 1]);
  });

  it('lets a plan go with its laptop', async () => {
    const { element: upsell, selection } = await mountReady();
    const listeners: (() => void)[] = [];
    const cart = {
      lines: [{ productId: 'laptop', quantity: 1 }] as object[],
      onChange(listener: () => void) {
        listeners.push(listener);
        return () => undefined;
      },
      set(upsellIds: object, quantity: number) {
        cart.lines = [...cart.lines, { productId: 'plan', quantity, upsell: upsellIds }];
      },
      remove() {
        cart.lines = cart.lines.filter((line) => !('upsell' in line));
      },
    };
    await runModule(await block(page, 9, 'js'), { connectCart, upsell, cart });
    selection.shopperSets(item);
    await until(() => cart.lines.length === 2);
    cart.lines = cart.lines.filter((line) => 'upsell' in line);
    for (const listener of listeners) listener();
    const sent = await selection.nextSend();
    sent.resolve();
    sent.answer();
    await until(() => cart.lines.length === 0);
    expect(upsell.cartItems).to.deep.equal([]);
  });

  it('tests with a scripted launcher', async () => {
    const upsell = document.createElement('rokt-upsell');
    (await fixture<HTMLElement>(html`<div></div>`)).append(upsell);
    const made: { selection?: { readonly request: object } } = {};
    const text = `${await block(page, 15, 'js')}\nObject.assign(made, { selection });`;
    await runModule(text, { createScriptedLauncher, upsell, made });
    expect(made.selection?.request).to.be.an('object');
  });
});
