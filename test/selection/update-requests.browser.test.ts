import { expect } from '@open-wc/testing';
import { nextTask, outcomeOf, setUpSelection } from '../support/record-facts.ts';
import { item, sent, setUpRequests, wish } from '../support/set-up-requests.ts';

describe('a request', () => {
  const orders: Record<string, (send: { answer(): void; resolve(): void }) => void> = {
    'before send() resolves': (send) => (send.answer(), send.resolve()),
    'after send() has resolved': (send) => (send.resolve(), setTimeout(() => send.answer(), 20)),
    'late, after the 250 ms': (send) => (send.resolve(), setTimeout(() => send.answer(), 300)),
    'though send() never resolves': (send) => send.answer(),
  };
  for (const [order, act] of Object.entries(orders)) {
    it(`is applied by a message with its quantity ${order}`, async () => {
      const { selection, ask, origins } = await setUpRequests();
      selection.shopperSets(item(1));
      const result = ask(3);
      const send = await selection.nextSend();
      expect([send.name, send.data]).to.deep.equal(['V2_UPDATE_CART_ITEM', wish(3)]);
      act(send);
      expect(await result).to.deep.equal({ outcome: 'applied', cartItem: item(3), oldCartItem: item(1) });
      expect(origins()).to.deep.equal(['placement', 'page']);
    });
  }

  it('is not settled by send() alone', async () => {
    const { selection, ask } = await setUpRequests();
    let isSettled = false;
    void ask(3).finally(() => (isSettled = true));
    (await selection.nextSend()).resolve();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isSettled).to.equal(false);
  });

  it('is refused by a message that leaves all as it was', async () => {
    const { selection, ask } = await setUpRequests();
    selection.shopperSets(item(1));
    const result = ask(0);
    const send = await selection.nextSend();
    send.answer({ quantity: 1 });
    send.resolve();
    expect((await result).outcome).to.equal('refused');
  });

  it('is adjusted by the last message at hand, not by the first', async () => {
    const { selection, ask, origins } = await setUpRequests();
    selection.shopperSets(item(1));
    const result = ask(9);
    const send = await selection.nextSend();
    selection.shopperSets(item(2));
    send.answer({ quantity: 4 });
    send.resolve();
    expect(await outcomeOf(result))
      .to.contain('"outcome":"adjusted"')
      .and.to.contain('"quantity":4');
    expect(origins()).to.deep.equal(['placement', 'page', 'page']);
  });

  it('gives the wished quantity 250 ms after send() resolved, and no longer', async () => {
    const { selection, ask } = await setUpRequests();
    selection.shopperSets(item(1));
    let isSettled = false;
    const result = ask(9).finally(() => (isSettled = true));
    const send = await selection.nextSend();
    send.answer({ quantity: 4 });
    send.resolve();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(isSettled).to.equal(false);
    await result;
    const late = ask(9);
    (await selection.nextSend()).resolve();
    await new Promise((resolve) => setTimeout(resolve, 300));
    selection.sends[1]!.answer({ quantity: 4 });
    expect((await late).outcome).to.equal('refused');
  });

  it('is answered though a listener of its event closes the upsell', async () => {
    const { upsell, selection, ask } = await setUpRequests();
    const result = ask(2);
    const send = await selection.nextSend();
    upsell.addEventListener('fact', () => upsell.close(), { once: true });
    send.answer();
    expect((await result).outcome).to.equal('applied');
  });

  it('waits for the wished quantity while a shopper’s own change comes first', async () => {
    const { selection, ask } = await setUpRequests();
    selection.shopperSets(item(1));
    const result = ask(3);
    const send = await selection.nextSend();
    send.resolve();
    selection.shopperSets(item(2));
    await nextTask();
    send.answer();
    expect(await result).to.deep.equal({ outcome: 'applied', cartItem: item(3), oldCartItem: item(2) });
  });

  it('resolves after the state and the event', async () => {
    const { upsell, selection, ask } = await setUpRequests();
    const order: string[] = [];
    upsell.addEventListener('fact', () => {
      order.push(`event sees ${upsell.state.cartItems[0]?.quantity}`);
    });
    const result = ask(2).then(() => order.push('promise'));
    (await selection.nextSend()).answer();
    await result;
    expect(order).to.deep.equal(['event sees 2', 'promise']);
  });

  it('rejects when nothing answers: unknown-item for an id no message named, else update-timeout', async () => {
    const { rokt, upsell, start } = setUpSelection();
    start({ updateTimeout: 30 });
    const script = await rokt.nextSelection();
    script.succeed();
    await upsell.phaseReached();
    script.shopperSets(item(1));
    expect(await outcomeOf(upsell.updateCartItem(wish(2)))).to.equal('update-timeout');
    expect(await outcomeOf(upsell.updateCartItem(wish(2, 'nobody')))).to.equal('unknown-item');
    const failing = upsell.updateCartItem(wish(3)).catch((error: unknown) => error);
    const sends = [await script.nextSend(), await script.nextSend(), await script.nextSend()];
    sends[2]!.reject(new Error('frame is gone'));
    expect(await failing).to.have.nested.property('cause.message', 'frame is gone');
  });

  it('settles at its time-out by a message that was at hand though send() hangs', async () => {
    const { rokt, upsell, start } = setUpSelection();
    start({ updateTimeout: 30 });
    const selection = await rokt.nextSelection();
    selection.succeed();
    await upsell.phaseReached();
    const result = upsell.updateCartItem(wish(9));
    (await selection.nextSend()).answer({ quantity: 4 });
    expect((await result).outcome).to.equal('adjusted');
  });

  it('is dropped by its signal while it waits, and not once it was sent', async () => {
    const { upsell, selection } = await setUpRequests();
    const control = new AbortController();
    const first = upsell.updateCartItem(wish(1), control.signal);
    const second = upsell.updateCartItem(wish(2), control.signal);
    const third = upsell.updateCartItem(wish(3));
    const send = await selection.nextSend();
    control.abort();
    expect(await outcomeOf(second)).to.equal('AbortError');
    send.answer();
    expect((await first).outcome).to.equal('applied');
    (await selection.nextSend()).answer();
    await third;
    expect(sent(selection)).to.deep.equal([wish(1), wish(3)]);
    expect(await outcomeOf(upsell.updateCartItem(wish(4), control.signal))).to.equal('AbortError');
  });
});
