import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createDeferred } from '../../src/testing/deferred.ts';
import { buildCartItem } from '../../src/testing/index.ts';
import { mountReady, mountUpsell, reached, settled } from '../support/mount-upsell.ts';
import { withHeldTime } from '../support/virtual-time.ts';

const item = (quantity: number) => buildCartItem({ cartItemId: 'a', quantity });

describe('updateCartItem', () => {
  it('only sends; the state changes when the placement answers', async () => {
    const { element, selection, events } = await mountReady();
    selection.shopperSets(item(1));
    const result = element.updateCartItem({ cartItemId: 'a', quantity: 3 });
    const send = await selection.nextSend();
    expect(element.cartItems).to.deep.equal([item(1)]);
    const told = events.length;
    send.answer();
    expect(element.cartItems).to.deep.equal([item(3)]);
    expect(events).to.have.length(told + 1);
    expect(events.at(-1)!.detail).to.include({ change: 'updated', origin: 'page' });
    expect((await result).outcome).to.equal('applied');
  });

  it('made while the upsell is loading is not lost', async () => {
    const { element, rokt } = await mountUpsell();
    await settled(element);
    const result = element.updateCartItem({ cartItemId: 'a', quantity: 1 });
    const selection = await rokt.nextSelection();
    selection.succeed();
    (await selection.nextSend()).answer();
    expect((await result).outcome).to.equal('applied');
  });
});

describe('a wish that comes as a DOM event', () => {
  it('is sent like a call', async () => {
    const { element, selection } = await mountReady();
    element.dispatchEvent(new CustomEvent('update-cart-item', { detail: { cartItemId: 'a', quantity: 2 } }));
    expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'a', quantity: 2 });
  });

  it('that fails is told as update-failed', async () => {
    const { element } = await mountReady();
    for (const [detail, told] of [
      [
        { catalogItemId: 'nobody', quantity: 1 },
        { catalogItemId: 'nobody', quantity: 1 },
      ],
      [
        { cartItemId: 'a', quantity: -1 },
        { cartItemId: 'a', quantity: -1 },
      ],
      [null, {}],
    ] as const) {
      const failed = reached(element, 'update-failed');
      element.dispatchEvent(new CustomEvent('update-cart-item', { detail }));
      const event = await failed;
      expect(event.detail).to.deep.include(told);
      expect(event.detail.error).to.be.instanceOf(Error);
    }
  });

  it('comes from a button with an Invoker command, pressed by key', async () => {
    const { element, parent, selection } = await mountReady({ id: 'upsell' });
    selection.shopperSets(item(1));
    parent.insertAdjacentHTML(
      'beforeend',
      `<button autofocus commandfor="upsell" command="--update-cart-item" data-catalog-item-id="parking-a"
        data-quantity="0"><b>Remove</b></button>
      <button commandfor="upsell" command="--update-cart-item" data-cart-item-id="a" data-quantity="">Bad</button>`,
    );
    const [remove, bad] = parent.querySelectorAll('button');
    remove!.focus();
    await sendKeys({ press: 'Enter' });
    expect((await selection.nextSend()).data).to.deep.equal({ cartItemId: 'a', quantity: 0 });
    const failed = reached(element, 'update-failed');
    bad!.focus();
    await sendKeys({ press: 'Enter' });
    expect((await failed).detail.error).to.be.instanceOf(TypeError);
    expect(selection.sends).to.have.length(1);
  });
});

describe('waitUntil', () => {
  it('sends the old quantity back when the page’s own cart refuses', async () => {
    const { element, selection } = await mountReady();
    selection.shopperSets(item(1));
    element.addEventListener('cart-item-updated', ({ detail }) =>
      detail.waitUntil(Promise.reject(new Error('full'))),
    );
    selection.shopperSets(item(2));
    const send = await selection.nextSend();
    expect(send.data).to.deep.equal({ cartItemId: 'a', quantity: 1 });
    send.answer();
    await settled(element);
    expect(element.cartItems).to.deep.equal([item(1)]);
    expect(selection.sends).to.have.length(1);
  });

  it('does nothing when the work is done, or when a newer change has come', async () => {
    const { element, selection } = await mountReady();
    const overtaken = createDeferred<undefined>();
    const works: Promise<unknown>[] = [Promise.resolve(), overtaken.promise];
    element.addEventListener('cart-item-updated', ({ detail }) =>
      detail.waitUntil(works.shift() ?? Promise.resolve()),
    );
    selection.shopperSets(item(1));
    selection.shopperSets(item(2));
    selection.shopperSets(item(3));
    overtaken.reject(new Error('full'));
    await settled(element);
    expect(selection.sends).to.deep.equal([]);
  });

  it(
    'goes back to the last quantity that the page has taken, whatever the ids become',
    withHeldTime(async (time) => {
      const { element, selection } = await mountReady();
      selection.shopperSets(item(1));
      const refuse = () => Promise.reject(new Error('full'));
      element.addEventListener('cart-item-updated', ({ detail }) => detail.waitUntil(refuse()));
      selection.shopperSets(item(2));
      selection.shopperSets(item(3));
      const send = await selection.nextSend();
      expect(send.data).to.deep.equal({ cartItemId: 'a', quantity: 1 });
      send.answer({ cartItemId: 'renamed' });
      selection.emit('V2_CART_ITEM_UPDATED', { cartItem: item(1), oldCartItem: item(1) });
      await time.pass(10_000);
      expect(selection.sends).to.have.length(1);
    }),
  );

  it(
    'tells when the placement could not be sent back',
    withHeldTime(async (time) => {
      const { element, selection } = await mountReady();
      element.addEventListener('cart-item-updated', ({ detail }) =>
        detail.waitUntil(Promise.reject(new Error('full'))),
      );
      selection.shopperSets(item(1));
      await selection.nextSend();
      const failed = reached(element, 'update-failed');
      await time.pass(5_000);
      const { detail } = await failed;
      expect(detail).to.deep.include({ cartItemId: 'a', quantity: 0 });
      expect(detail.error).to.have.property('code', 'update-timeout');
    }),
  );
});

describe('a link', () => {
  it('opens in a new tab unless the page takes it, and only http and https do', async () => {
    const { element, selection } = await mountReady();
    const opened: string[] = [];
    const open = window.open;
    window.open = (url, target, features) => {
      opened.push(`${String(url)} ${target} ${features}`);
      return null;
    };
    try {
      selection.emit('LINK_NAVIGATION_REQUEST', { url: 'https://shop.example/terms' });
      selection.emit('LINK_NAVIGATION_REQUEST', { url: 'javascript:alert(1)' });
      selection.emit('LINK_NAVIGATION_REQUEST', { url: 'http://' });
      element.addEventListener('link-requested', (event) => event.preventDefault());
      selection.emit('LINK_NAVIGATION_REQUEST', { url: 'https://shop.example/own' });
    } finally {
      window.open = open;
    }
    expect(opened).to.deep.equal(['https://shop.example/terms _blank noopener']);
  });
});
