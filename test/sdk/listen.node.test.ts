import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listen } from '../../src/sdk/index.ts';
import { createScriptedLauncher } from '../../src/testing/index.ts';

/** As RxJS makes them: the method is the class's, and knows its own state. */
class Subscription {
  #isClosed = false;

  get closed(): boolean {
    return this.#isClosed;
  }

  unsubscribe(): void {
    this.#isClosed = true;
  }
}

describe('listen', () => {
  const setUp = (subscription: unknown) => {
    const heard: unknown[] = [];
    let emit: (event: unknown) => void = () => undefined;
    const subscribe = (callback: (event: unknown) => void) => {
      emit = callback;
      return subscription;
    };
    const end = new AbortController();
    listen({ subscribe }, end.signal, (event) => heard.push(event));
    const stop = () => end.abort();
    return { heard, stop, emit: (event: unknown) => emit(event) };
  };
  const throwing = () => {
    throw new Error('the frame is gone');
  };

  for (const [name, subscription] of [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a function', () => undefined],
    ['a function that throws', throwing],
    ['an object whose unsubscribe throws', { unsubscribe: throwing }],
    ['an object without unsubscribe', {}],
    ['an RxJS subscription', new Subscription()],
  ] as const) {
    it(`stops listening where subscribe returns ${name}, once for all`, () => {
      const { heard, stop, emit } = setUp(subscription);
      emit(1);
      stop();
      stop();
      emit(2);
      assert.deepEqual(heard, [1]);
    });
  }

  for (const manners of ['documented', 'shipped'] as const) {
    it(`ends the subscription, and is deaf to what still comes, where Rokt is ${manners}`, async () => {
      const rokt = createScriptedLauncher({ manners });
      void rokt.launcher.selectPlacements({ attributes: {} });
      const selection = await rokt.nextSelection();
      const heard: unknown[] = [];
      const end = new AbortController();
      listen(selection.on('A'), end.signal, (event) => heard.push(event));
      selection.emit('A', 1);
      end.abort();
      selection.emit('A', 2);
      assert.deepEqual(heard, [{ body: 1 }]);
      assert.equal(selection.listenerCount('A'), 0);
    });
  }

  it('calls the function that subscribe returns once', () => {
    let calls = 0;
    const { stop } = setUp(() => calls++);
    stop();
    stop();
    assert.equal(calls, 1);
  });

  it('calls unsubscribe as the method of its subscription', () => {
    const subscription = new Subscription();
    const { stop } = setUp(subscription);
    assert.equal(subscription.closed, false);
    stop();
    assert.equal(subscription.closed, true);
  });

  it('prefers the method where a subscription is a function, too', () => {
    let unsubscribed = 0;
    const { stop } = setUp(Object.assign(throwing, { unsubscribe: () => unsubscribed++ }));
    stop();
    assert.equal(unsubscribed, 1);
  });
});
