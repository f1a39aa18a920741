import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, inspect } from 'node:util';
import type { TransactionClientOptions, UnreservedItem } from '../../src/client/index.ts';
import { drop, json, type Step } from './open-server.ts';
import { apiKey, cartId, clientOf, errorOf, reserveBody, session, setUp } from './set-up.ts';

const keyOf = (headers: Readonly<Record<string, unknown>>) => String(headers['rokt-api-key']);
/** Every way to print something. */
const printed = (value: unknown) =>
  [
    inspect(value, { depth: Infinity, showHidden: true }),
    format('%s %o %j', value, value, value),
    JSON.stringify(value),
    String(value),
  ].join('\n');

/** All that can be printed of a failed call: the error, each cause of it, and what the hooks were told. */
async function printedFailure(step: Step, options: Partial<TransactionClientOptions> = {}) {
  const { client, told } = await setUp([step], { retries: 1, ...options });
  const error = await errorOf(client.cart.reserve(reserveBody, session));
  const parts: unknown[] = [told, error.message, error.stack, error.errors];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    parts.push(cause, cause.message, cause.stack, Object.getOwnPropertyDescriptors(cause));
  return { error, all: parts.map(printed).join('\n') };
}

const echo: Step = (response, { headers }) => {
  const key = keyOf(headers);
  const errors = [
    { code: 'unauthorized', message: `no such key: ${key}`, value: { key, [key]: [{ deep: [key] }] } },
    { code: key, message: key, value: {} },
  ];
  response.writeHead(403).end(JSON.stringify({ description: key, errors }));
};
/** JSON may write each letter as an escape. */
const echoEscaped: Step = (response, { headers }) => {
  const key = Array.from(
    keyOf(headers),
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ).join('');
  response.writeHead(403).end(`{"errors":[{"code":"no","message":"${key}","value":{"${key}":"${key}"}}]}`);
};
const tellAll: Step = (response, { headers }) => void response.end(`not JSON: ${keyOf(headers)}`);
/** In the midst of a long text, so that a message which quotes a part of that quotes a part of the key. */
const tellSome: Step = (response, { headers }) =>
  void response.end(`{"cartId": "${'x'.repeat(80)}", "by": ${keyOf(headers)}${'x'.repeat(80)}`);

type Init = Parameters<NonNullable<TransactionClientOptions['fetch']>>[1];
const rude = (_url: string, init: Init) => {
  const request = { init, key: keyOf(init.headers) };
  const inner = Object.assign(new Error(`inner ${request.key}`), { request, code: request.key });
  inner.name = request.key;
  return Promise.reject(
    Object.assign(new TypeError(`sent ${request.key}`, { cause: inner }), { request, config: request }),
  );
};
const ruder = (_url: string, { headers }: Init) => {
  const all = new AggregateError([new Error(keyOf(headers))], JSON.stringify(headers));
  return Promise.reject(Object.assign(all, { toString: () => keyOf(headers) }));
};
const rudest = (_url: string, { headers }: Init) => {
  const text: unknown = JSON.stringify(headers);
  return Promise.reject(text);
};

describe('the API key', () => {
  for (const [what, step, options] of [
    ['a refusal that repeats it', echo],
    ['a refusal that writes it in escapes', echoEscaped],
    ['an answer that repeats it', tellAll],
    ['a long answer that repeats it', tellSome],
    ['a cut connection', drop],
    ['a fetch that hangs its request on the error', drop, { fetch: rude }],
    ['a fetch that fails with a list of errors', drop, { fetch: ruder }],
    ['a fetch that fails with a text', drop, { fetch: rudest }],
  ] as [string, Step, Partial<TransactionClientOptions>?][]) {
    for (const key of [apiKey, 'key "with" \\ and/?&=+%']) {
      it(`${inspect(key)} is in no error after ${what}`, async () => {
        const { error, all } = await printedFailure(step, { ...options, apiKey: key });
        const escaped = JSON.stringify(key).slice(1, -1);
        for (const form of [key, escaped, encodeURIComponent(key), key.slice(0, 8)])
          assert.ok(!all.includes(form), all);
        assert.ok(error.cause !== undefined || error.errors.length > 0);
      });
    }
  }

  it('is in no error of an item', async () => {
    const error = { code: 'refused', message: `for ${apiKey}`, value: { by: [apiKey] } };
    const { client } = await setUp([json({ cartId, items: [{ cartItemId: 'a', success: false, error }] })]);
    const { items } = await client.cart.reserve(reserveBody, session);
    assert.ok(!printed(items).includes(apiKey));
    assert.deepEqual((items[0] as UnreservedItem).error.message, 'for …');
  });

  it('that JSON itself is written with costs no code', async () => {
    const errors = [{ code: 'rate-limited', message: 'too many', value: { retry: 'later' } }];
    for (const letter of ['"', ':', ',', '{']) {
      const { client } = await setUp([json({ errors }, 422)], { apiKey: letter });
      assert.equal((await errorOf(client.cart.reserve(reserveBody, session))).code, 'rate-limited');
    }
  });

  it('is not shown by the client itself, nor by any of its functions', () => {
    const { client } = clientOf('https://upsells.example');
    const all = [client, client.cart, client.cart.reserve, client.placements.any].map(printed).join('\n');
    assert.ok(!all.includes(apiKey), all);
  });
});
