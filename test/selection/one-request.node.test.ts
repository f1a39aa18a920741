import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildCartItem, type ScriptedSend } from '../../src/testing/index.ts';
import { type Bench, type Ended, MANNERS, onBench } from '../support/in-virtual-time.ts';

const item = (quantity: number) => buildCartItem({ cartItemId: 'a', quantity });
const wish = (quantity: number) => ({ cartItemId: 'a', quantity });
const applied = (quantity: number): Ended => ({ outcome: 'applied', answered: true, quantity });

for (const manners of MANNERS) {
  const bench = onBench.bind(undefined, { manners, handling: 'when-told' });

  /** A selection that holds 1, a wish that was sent to it, and how it ends. */
  const ask = async (b: Bench, quantity: number) => {
    const { selection } = await b.startReady();
    selection.shopperSets(item(1));
    const ended = b.ask(wish(quantity));
    return { selection, ended, send: await selection.nextSend() };
  };

  describe(`a request on its way to a launcher of ${manners} manners`, () => {
    const orders: Record<string, (b: Bench, send: ScriptedSend) => Promise<void> | void> = {
      'before send() resolves': (_, send) => {
        send.answer();
        send.resolve();
      },
      'after send() has resolved': async (b, send) => {
        send.resolve();
        await b.time.pass(20);
        send.answer();
      },
      'late, after the 250 ms': async (b, send) => {
        send.resolve();
        await b.time.pass(300);
        send.answer();
      },
      'though send() never resolves': (_, send) => send.answer(),
      'though send() rejects': (_, send) => {
        send.reject();
        send.answer();
      },
    };
    for (const [order, act] of Object.entries(orders)) {
      it(
        `is applied by a message with its quantity ${order}`,
        bench(async (b) => {
          const { ended, send } = await ask(b, 3);
          assert.deepEqual([send.name, send.data], ['V2_UPDATE_CART_ITEM', wish(3)]);
          await act(b, send);
          await b.time.settle();
          assert.deepEqual(ended, applied(3));
          assert.deepEqual(b.changes.at(-1), 'updated by page: 1 to 3');
        }),
      );
    }

    it(
      'is not settled by send() alone',
      bench(async (b) => {
        const { ended, send } = await ask(b, 3);
        send.resolve();
        await b.time.pass(4_000);
        assert.deepEqual(ended, {});
      }),
    );

    it(
      'is adjusted by the last message at hand, not by the first',
      bench(async (b) => {
        const { selection, ended, send } = await ask(b, 9);
        selection.shopperSets(item(2));
        send.answer({ quantity: 4 });
        send.resolve();
        await b.time.pass(250);
        assert.deepEqual(ended, { outcome: 'adjusted', answered: true, quantity: 4 });
      }),
    );

    it(
      'gives the wished quantity 250 ms after send() resolved, and no longer',
      bench(async (b) => {
        const { selection, ended, send } = await ask(b, 9);
        send.answer({ quantity: 4 });
        send.resolve();
        await b.time.pass(249);
        assert.deepEqual(ended, {});
        await b.time.pass(1);
        assert.equal(ended.outcome, 'adjusted');
        const late = b.ask(wish(9));
        const next = await selection.nextSend();
        next.resolve();
        await b.time.pass(300);
        next.answer({ quantity: 4 });
        await b.time.settle();
        assert.equal(late.outcome, 'refused');
      }),
    );

    it(
      'waits for the wished quantity while a shopper’s own change comes first',
      bench(async (b) => {
        const { selection, ended, send } = await ask(b, 3);
        send.resolve();
        selection.shopperSets(item(2));
        await b.time.settle();
        send.answer();
        await b.time.settle();
        assert.deepEqual(ended, applied(3));
      }),
    );

    it(
      'is answered though a listener of its event closes the upsell',
      bench(async (b) => {
        const { ended, send } = await ask(b, 2);
        b.upsell.addEventListener('fact', () => b.upsell.close(), { once: true });
        send.answer();
        await b.time.settle();
        assert.deepEqual([ended, b.upsell.state.phase], [applied(2), 'closed']);
      }),
    );

    it(
      'settles at its time-out by a message that was at hand though send() hangs',
      bench(async (b) => {
        const { ended, send } = await ask(b, 9);
        send.answer({ quantity: 4 });
        await b.time.pass(5_000);
        assert.deepEqual(ended, { outcome: 'adjusted', answered: true, quantity: 4 });
      }),
    );

    it(
      'whose send() fails is update-timeout, with the cause',
      bench(async (b) => {
        const { selection } = await b.startReady();
        selection.shopperSets(item(1));
        const failing = b.upsell.updateCartItem(wish(3)).catch((error: unknown) => error);
        (await selection.nextSend()).reject(new Error('frame is gone'));
        await b.time.pass(5_000);
        const error = await failing;
        assert.ok(error instanceof Error && error.cause instanceof Error);
        assert.deepEqual(
          [(error as { code?: unknown }).code, error.cause.message],
          ['update-timeout', 'frame is gone'],
        );
      }),
    );

    it(
      'is dropped by its signal while it waits, and not once it was sent',
      bench(async (b) => {
        const { selection } = await b.startReady();
        const control = new AbortController();
        const [first, second] = [b.ask(wish(1), control.signal), b.ask(wish(2), control.signal)];
        const third = b.ask(wish(3));
        const send = await selection.nextSend();
        control.abort();
        await b.time.settle();
        assert.deepEqual([first, second], [{}, { error: 'AbortError' }]);
        send.answer();
        (await selection.nextSend()).answer();
        await b.time.settle();
        assert.deepEqual([first, third], [applied(1), applied(3)]);
        assert.deepEqual(b.ask(wish(4), control.signal), {});
        await b.time.settle();
        assert.equal(selection.sends.length, 2);
      }),
    );
  });
}
