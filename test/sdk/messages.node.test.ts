import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listen, toLinkUrl, toUpdateOfMessage } from '../../src/sdk/messages.ts';
import { buildCartItem } from '../../src/testing/build-cart-item.ts';

describe('toUpdateOfMessage', () => {
  it('reads the body of the event', () => {
    const body = { cartItem: buildCartItem(), oldCartItem: null };
    assert.deepEqual(toUpdateOfMessage({ body }), body);
  });

  it('names what is wrong, down from the event itself', () => {
    assert.throws(() => toUpdateOfMessage('text'), { message: 'event: expected an object, got "text"' });
    assert.throws(() => toUpdateOfMessage({}), { message: 'body: expected an object, got undefined' });
  });
});

describe('toLinkUrl', () => {
  const base = 'https://shop.example/checkout/';

  it('finds the URL in the body or on the event, as versions differ', () => {
    assert.equal(toLinkUrl({ body: { url: 'https://a.example/' } }), 'https://a.example/');
    assert.equal(toLinkUrl({ url: 'https://b.example/' }), 'https://b.example/');
    assert.equal(toLinkUrl({ body: {}, url: 'https://b.example/' }), 'https://b.example/');
  });

  it('takes http and https, in any case and relative to the page', () => {
    for (const url of [
      'http://a.example',
      'HTTPS://a.example',
      '/terms',
      '?a=1',
      '//a.example/b',
      ' https://a.example ',
    ]) {
      assert.equal(toLinkUrl({ url }, base), url);
    }
  });

  for (const url of [
    'javascript:alert("ann@shop.example")',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0000\u001fjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\r\nscript:alert(1)',
    'javascript\n:alert(1)',
    'vbscript:ann@shop.example',
    'data:text/html,<script>alert(1)</script>',
    '\tDATA:text/html,ann@shop.example',
    'blob:https://shop.example/ann@shop.example',
    'file:///etc/passwd',
    'about:blank',
    'mailto:ann@shop.example',
    'view-source:https://shop.example',
    'filesystem:https://shop.example/',
    'https://',
    3,
    ['javascript:alert(1)'],
    { toString: () => 'https://a.example' },
  ]) {
    it(`refuses ${JSON.stringify(url)}, and does not quote it`, () => {
      for (const event of [{ url }, { body: { url } }]) {
        assert.throws(() => toLinkUrl(event, base), {
          name: 'TypeError',
          message: 'url: expected an http or https link',
        });
      }
    });
  }

  it('refuses an event without one, and a relative one where there is no page', () => {
    for (const event of [
      null,
      'https://a.example',
      {},
      { body: null },
      { body: 'https://a.example' },
      { url: '/terms' },
    ]) {
      assert.throws(() => toLinkUrl(event), { name: 'TypeError' });
    }
  });
});

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
    const stop = listen({ subscribe }, (event) => heard.push(event));
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
