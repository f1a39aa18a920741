import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSignedWebhook, signWebhook } from '../../../src/service/fulfilment/sign.ts';

/** The example of the Standard Webhooks reference libraries. */
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const body = '{"test": 2432232314}';
const now = 1_614_265_330_000;

describe('a signed message', () => {
  it('has the signature that the Standard Webhooks libraries give', () => {
    assert.deepEqual(signWebhook(id, body, secret, now), {
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  const signed = { ...signWebhook(id, body, secret, now) };
  const others: Record<string, readonly [Record<string, string | undefined>, string, string, number]> = {
    'another body': [signed, `${body} `, secret, now],
    'another id': [{ ...signed, 'webhook-id': 'other' }, body, secret, now],
    'another time': [{ ...signed, 'webhook-timestamp': '1614265331' }, body, secret, now],
    'another secret': [signed, body, `whsec_${Buffer.alloc(24, 1).toString('base64')}`, now],
    'an age of six minutes': [signed, body, secret, now + 360_000],
    'a time to come': [signed, body, secret, now - 360_000],
    'no signature': [{ ...signed, 'webhook-signature': undefined }, body, secret, now],
    'a signature of another version': [
      { ...signed, 'webhook-signature': signed['webhook-signature'].replace('v1', 'v2') },
      body,
      secret,
      now,
    ],
    'a time that is none': [{ ...signed, 'webhook-timestamp': 'now' }, body, secret, now],
  };
  it('is believed, also among others and some minutes late', () => {
    assert.equal(isSignedWebhook(signed, body, secret, now + 120_000), true);
    const several = { ...signed, 'webhook-signature': `v1,AAAA ${signed['webhook-signature']}` };
    assert.equal(isSignedWebhook(several, body, secret, now), true);
  });
  for (const [name, asked] of Object.entries(others)) {
    it(`is not believed with ${name}`, () => assert.equal(isSignedWebhook(...asked), false));
  }

  it('needs a secret that is one', () => {
    for (const wrong of ['', 'secret', 'whsec_', 'whsec_AAAA', `${secret}!`]) {
      assert.throws(() => signWebhook(id, body, wrong, now), /webhook secret: expected "whsec_"/);
    }
  });
});
