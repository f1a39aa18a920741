import { expect, fixture, html } from '@open-wc/testing';
import { connectCart } from '../../src/cart/index.ts';
import { createDeferred } from '../../src/testing/deferred.ts';
import { buildCartItem } from '../../src/testing/index.ts';
import { hostRokt, launcherMade, SDK_URL } from '../support/hosted-rokt.ts';
import { mountReady, reached } from '../support/mount-upsell.ts';
import { block, readMarkup, runModule } from '../support/run-block.ts';
import { standInUrl } from '../support/stand-in.ts';
import { until } from '../support/until.ts';

/** A shop's own cart, as the samples of `connectCart` know it. */
function createCart(lines: object[] = []) {
  const listeners = new Set<() => void>();
  const fetched = createDeferred<undefined>();
  const cart = {
    lines,
    fetched: fetched.promise,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(upsell: object, quantity: number) {
      cart.lines = [{ productId: 'care', quantity, upsell }];
    },
    remove() {
      cart.lines = [];
    },
    /** What the shopper does in the cart's own page. */
    change(next: object[]) {
      cart.lines = next;
      for (const listener of listeners) listener();
    },
  };
  return { cart, arrive: () => fetched.resolve(undefined) };
}

const quantities = (lines: object[]) => lines.map((line) => (line as { quantity: number }).quantity);

describe('the samples of the README', () => {
  it('keep the shop’s upsells, and ask for a line to be removed, which may be refused', async () => {
    const { element, scripts } = readMarkup(await block('/README.md', 1, 'html'));
    expect(scripts[0]?.getAttribute('src')).to.equal('/script/rokt-upsell.js');
    const rokt = hostRokt();
    element.setAttribute('sdk-url', SDK_URL);
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    parent.append(element);
    const shown: unknown[] = [];
    const staying: string[] = [];
    const shop = {
      setUpsells: (items: unknown) => shown.push(items),
      showThatItStays: (id: string) => staying.push(id),
      onRemove: undefined as ((id: string) => Promise<void>) | undefined,
    };
    await runModule(scripts[1]!.text, { shop });
    const ready = reached(element, 'placements-ready');
    const launcher = await launcherMade(rokt, 0);
    expect(launcher.options).to.include({ accountId: '222' });
    const selection = await launcher.nextSelection();
    expect(selection.request.identifier).to.equal('checkout.upsell');
    expect(selection.request.attributes).to.include({ venueName: 'Madison Square Garden' });
    selection.succeed();
    await ready;

    const item = buildCartItem({ cartItemId: 'a', quantity: 1 });
    selection.shopperSets(item);
    expect(shown.at(-1)).to.have.length(1);
    const refused = shop.onRemove?.('a');
    const first = await selection.nextSend();
    first.resolve();
    first.answer(item);
    await refused;
    expect([shown.at(-1), staying]).to.deep.equal([[item], ['a']]);
    const removed = shop.onRemove?.('a');
    const second = await selection.nextSend();
    second.resolve();
    second.answer();
    await removed;
    expect([shown.at(-1), staying]).to.deep.equal([[], ['a']]);
  });

  it('keep the cart and the upsells aligned, from either side', async () => {
    const { element: upsell, selection } = await mountReady();
    const { cart } = createCart();
    await runModule(await block('/README.md', 3, 'js'), { connectCart, upsell, cart });
    const item = buildCartItem({ cartItemId: 'a', catalogItemId: 'care', quantity: 2 });
    selection.shopperSets(item);
    await until(() => cart.lines.length === 1);
    expect(quantities(cart.lines)).to.deep.equal([2]);
    cart.change([{ ...cart.lines[0], quantity: 1 }]);
    const sent = await selection.nextSend();
    sent.resolve();
    sent.answer();
    await until(() => upsell.cartItems[0]?.quantity === 1);
    selection.shopperSets({ ...item, quantity: 0 });
    await until(() => cart.lines.length === 0);
  });
});

it('the sample of docs/connect-cart.md waits for a cart that is fetched, and is told what stays different', async () => {
  const { element: upsell, selection } = await mountReady();
  const lost = { cartItemId: 'x', catalogItemId: 'lost' };
  const { cart, arrive } = createCart([{ productId: 'lost', quantity: 1, upsell: lost }]);
  const told: string[] = [];
  const shop = { tell: (kind: string) => told.push(kind) };
  await runModule(await block('/docs/connect-cart.md', 0, 'js'), { connectCart, upsell, cart, shop });
  selection.shopperSets(buildCartItem({ cartItemId: 'a', catalogItemId: 'care', quantity: 2 }));
  expect([quantities(cart.lines), told]).to.deep.equal([[1], []]);
  arrive();
  await until(() => told.length > 0 && quantities(cart.lines).includes(2));
  expect(told).to.have.length(1);
});

it('the sample of docs/stand-in.md has the placements of the service', async () => {
  const { origin } = new URL(await standInUrl());
  const text = await block('/docs/stand-in.md', 1, 'html');
  const own = text.replace('http://localhost:4010', origin);
  expect(own).not.to.equal(text);
  hostRokt();
  const { element } = readMarkup(own.replace('account-id="222"', 'account-id="333"'));
  const parent = await fixture<HTMLElement>(
    html`<div>
      <div id="second"></div>
    </div>`,
  );
  const ready = reached(element, 'placements-ready');
  parent.append(element);
  expect((await ready).detail).to.include({ servedBy: 'hosted' });
});

it('the form of docs/back-end-flow.md submits what the server has to reserve', async () => {
  const rokt = hostRokt();
  const form = readMarkup(await block('/docs/back-end-flow.md', 0, 'html')).element.closest('form')!;
  const element = form.querySelector('rokt-upsell')!;
  element.setAttribute('sdk-url', SDK_URL);
  // The launcher of the page's own session, which another sample may have left.
  element.setAttribute('account-id', 'back-end-flow');
  (await fixture<HTMLElement>(html`<div></div>`)).append(form);
  const ready = reached(element, 'placements-ready');
  const selection = await (await launcherMade(rokt, 0)).nextSelection();
  selection.succeed();
  await ready;
  expect([form.method, new URL(form.action).pathname]).to.deep.equal(['post', '/pay']);
  expect(new FormData(form).get('upsells')).to.equal(null);
  selection.shopperSets(buildCartItem({ cartItemId: 'a', quantity: 2 }));
  const { sessionId, items } = JSON.parse(new FormData(form).get('upsells') as string) as {
    readonly sessionId: string;
    readonly items: readonly object[];
  };
  expect(sessionId).to.equal(element.getAttribute('session-id'));
  expect(items).to.have.length(1);
  expect(items[0]).to.include({ cartItemId: 'a', quantity: 2 });
});

it('the sample of docs/support.md writes the report', async () => {
  await mountReady();
  const { log } = console;
  const written: string[] = [];
  console.log = (text: string) => written.push(text);
  try {
    await runModule(await block('/docs/support.md', 0, 'js'));
  } finally {
    console.log = log;
  }
  expect(written).to.have.length(1);
  expect(JSON.stringify(JSON.parse(written[0]!))).to.contain('ready');
});

it('the imports of docs/testing.md give what its tests use, and the tag', async () => {
  const text = await block('/docs/testing.md', 0, 'js');
  const made: unknown[] = [];
  await runModule(`${text}\nmade.push(createScriptedLauncher(), createScriptedRokt());`, { made });
  expect(made.map((one) => Object.keys(one as object).length > 0)).to.deep.equal([true, true]);
  expect(customElements.get('rokt-upsell')).not.to.equal(undefined);
});
