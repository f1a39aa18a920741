import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { isSignedWebhook, signWebhook } from '../../../src/service/fulfilment/sign.ts';

const id = 'msg_1';
const body = '{"type": "item.confirmed"}';
const now = 1_614_265_330_000;

describe('a secret that is being changed', () => {
  const [old, next, other] = [1, 2, 3].map((byte) => `whsec_${Buffer.alloc(31, byte).toString('base64')}`);

  it('signs with both, so that a receiver believes by either', () => {
    const headers = { ...signWebhook(id, body, [next!, old!], now) };
    assert.deepEqual(
      headers['webhook-signature'].split(' '),
      [next!, old!].map((one) => signWebhook(id, body, one, now)['webhook-signature']),
    );
    for (const one of [old!, next!, [other!, old!]])
      assert.equal(isSignedWebhook(headers, body, one, now), true);
    assert.equal(isSignedWebhook(headers, body, other!, now), false);
  });

  it('is known by a receiver that has both, whichever signs', () => {
    for (const one of [old!, next!])
      assert.equal(isSignedWebhook({ ...signWebhook(id, body, one, now) }, body, [old!, next!], now), true);
    assert.equal(isSignedWebhook({ ...signWebhook(id, body, other!, now) }, body, [old!, next!], now), false);
  });

  it('signs as HMAC does, whatever its length', () => {
    for (const length of [24, 25, 26, 63, 64])
      for (const ending of [/$/, /=+$/]) {
        const key = Buffer.alloc(length, 0xfb);
        const one = `whsec_${key.toString('base64').replace(ending, '')}`;
        const hmac = createHmac('sha256', key).update(`${id}.1614265330.${body}`).digest('base64');
        assert.equal(signWebhook(id, body, one, now)['webhook-signature'], `v1,${hmac}`);
      }
  });

  it('is what the receivers of other makers know, too', () => {
    const present = signWebhook(id, body, [next!, old!], Date.now());
    for (const one of [old!, next!])
      assert.deepEqual(new Webhook(one).verify(body, { ...present }), JSON.parse(body));
    assert.throws(() => new Webhook(other!).verify(body, { ...present }), /No matching signature/);
  });
});
