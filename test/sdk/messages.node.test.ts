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
  it('finds the URL in the body or on the event, as versions differ', () => {
    assert.equal(toLinkUrl({ body: { url: 'https://a.example/' } }), 'https://a.example/');
    assert.equal(toLinkUrl({ url: 'https://b.example/' }), 'https://b.example/');
    assert.throws(() => toLinkUrl({ body: { url: 3 } }), { message: 'url: expected a string, got 3' });
    assert.throws(() => toLinkUrl(null), { name: 'TypeError' });
  });
});

describe('listen', () => {
  for (const kind of ['function', 'object', 'nothing'] as const) {
    it(`stops listening where subscribe returns ${kind}`, () => {
      const heard: unknown[] = [];
      let isStopped = false;
      let emit: (event: unknown) => void = () => undefined;
      const subscription = {
        isOwn: true,
        unsubscribe() {
          isStopped = this.isOwn;
        },
      };
      const stop = listen(
        {
          subscribe(callback) {
            emit = callback;
            if (kind === 'function') return () => (isStopped = true);
            return kind === 'object' ? subscription : undefined;
          },
        },
        (event) => heard.push(event),
      );
      emit(1);
      stop();
      stop();
      emit(2);
      assert.deepEqual(heard, [1]);
      assert.equal(isStopped, kind !== 'nothing');
    });
  }
});
