import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
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
    'a time written in another way': [{ ...signed, 'webhook-timestamp': '01614265330' }, body, secret, now],
    'a signature in another case': [
      { ...signed, 'webhook-signature': signed['webhook-signature'].replace('g0hM', 'G0HM') },
      body,
      secret,
      now,
    ],
    'half a signature': [
      { ...signed, 'webhook-signature': signed['webhook-signature'].slice(0, 20) },
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

  const month = 30 * 24 * 60 * 60 * 1000;
  it('is judged by the clock where no time is told, so that an old one is not believed', () => {
    const old = signWebhook(id, body, secret, Date.now() - month);
    assert.equal(isSignedWebhook(old, body, secret), false);
    assert.equal(isSignedWebhook(old, body, secret, undefined), false);
    assert.equal(isSignedWebhook(signWebhook(id, body, secret, Date.now()), body, secret), true);
  });

  for (const wrong of [NaN, Infinity, '1614265330000', null, [now], new Date(now), true, BigInt(now)]) {
    it(`is not judged by ${inspect(wrong)} for a time`, () => {
      assert.throws(
        () => isSignedWebhook(signed, body, secret, wrong as never),
        /^TypeError: now: expected ms since the epoch/,
      );
    });
  }

  const titled = Object.fromEntries(
    Object.entries(signed).map(([name, value]) => [name.replace(/\b[a-z]/g, (c) => c.toUpperCase()), value]),
  );
  for (const [what, headers] of [
    ['the Headers of fetch', new Headers(signed)],
    ['a Map', new Map(Object.entries(signed))],
    ['a Map of Title-Case names', new Map(Object.entries(titled))],
    ['a list of pairs', Object.entries(titled)],
    [
      'what has a get alone, as a framework’s request',
      { get: (name: string) => new Headers(signed).get(name) },
    ],
    ['an object without a prototype, as Node has it', Object.assign(Object.create(null) as object, signed)],
    ['Title-Case names', titled],
    ['names in capitals', Object.fromEntries(Object.entries(signed).map(([k, v]) => [k.toUpperCase(), v]))],
    ['lists of values', Object.fromEntries(Object.entries(signed).map(([k, v]) => [k, [v]]))],
  ] as const) {
    it(`is believed with ${what}, as text and as bytes`, () => {
      for (const raw of raws(body)) assert.equal(isSignedWebhook(headers, raw, secret, now), true);
      for (const raw of raws(`${body} `)) assert.equal(isSignedWebhook(headers, raw, secret, now), false);
    });
  }

  it('is not believed with a header twice, or without any', () => {
    assert.equal(isSignedWebhook({ ...signed, 'Webhook-Id': 'other' }, body, secret, now), false);
    assert.equal(isSignedWebhook({ ...signed, 'webhook-id': [id, id] }, body, secret, now), false);
    assert.equal(isSignedWebhook({}, body, secret, now), false);
    assert.equal(isSignedWebhook(new Headers(), body, secret, now), false);
  });

  it('is believed in every alphabet, and with nothing in it', () => {
    for (const text of ['{"name":"Zürich 東京 🎟"}', '\ufeff{}', '']) {
      const headers = { ...signWebhook(id, text, secret, now) };
      for (const raw of raws(text)) assert.equal(isSignedWebhook(headers, raw, secret, now), true, text);
    }
  });

  it('is not believed in bytes that are no text: those that were signed are others', () => {
    const headers = { ...signWebhook(id, '{"name":"\ufffd"}', secret, now) };
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.of(0xff), Buffer.from('"}')]);
    assert.equal(isSignedWebhook(headers, bytes, secret, now), false);
  });

  for (const [what, wrong] of [
    ['a parsed body', JSON.parse(body) as unknown],
    ['no body', undefined],
    ['null for a body', null],
    ['a list of bytes', [1, 2]],
    ['a stream', new ReadableStream()],
  ] as const) {
    it(`is refused with ${what}, and says what is needed`, () => {
      assert.throws(
        () => isSignedWebhook(signed, wrong as never, secret, now),
        /^TypeError: body: expected the raw body, as text or bytes and not parsed, got /,
      );
    });
  }

  it('is refused without headers', () => {
    for (const wrong of [undefined, null, 'webhook-id: 1', ['webhook-id', id]])
      assert.throws(
        () => isSignedWebhook(wrong as never, body, secret, now),
        /^TypeError: headers: expected/,
      );
  });

  it('needs a secret that is one, and does not show it', () => {
    for (const wrong of [
      '',
      'secret',
      'whsec_',
      'whsec_AAAA',
      `${secret}!`,
      undefined,
      [],
      [secret, 'secret'],
    ])
      for (const act of [
        () => signWebhook(id, body, wrong as never, now),
        () => isSignedWebhook(signed, body, wrong as never, now),
      ])
        assert.throws(act, {
          name: 'TypeError',
          message: 'webhook secret: expected "whsec_" and 24 to 64 bytes in base64, got something else',
        });
  });
});

/** A body as it may be handed over: text, and bytes of each kind. */
function raws(text: string): (string | Uint8Array | ArrayBuffer)[] {
  const bytes = new TextEncoder().encode(text);
  return [text, Buffer.from(text), bytes, bytes.buffer, Buffer.from(`(${text})`).subarray(1, -1)];
}
