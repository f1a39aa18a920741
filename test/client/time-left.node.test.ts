import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ReservedItem, timeLeft } from '../../src/client/index.ts';
import { json, type Step } from './open-server.ts';
import {
  cartId,
  confirmed,
  confirmHeld,
  errorOf,
  heldItem,
  holdTime,
  reserveBody,
  reserved,
  session,
  setUp,
  inTimeZone,
} from './set-up.ts';

const time = holdTime();

/** What the server's clock said when it answered; ours says something else. */
const date = 'Fri, 12 Dec 2031 18:00:00 GMT';
const serverTime = Date.parse(date);
const at = { date };

/** An answer to a reserve whose hold ends at `expires`, and the item in it. */
async function reserve(step: Step, expires?: string) {
  const { client } = await setUp([step]);
  const answer = await client.cart.reserve(reserveBody, session);
  const [item] = answer.items as [ReservedItem];
  return { answer, item: { ...item, ...(expires === undefined ? {} : { expirationDateTimeUtc: expires }) } };
}

/** Whether as many ms are left, but for what a sum of parts of them loses. */
function isLeft(answer: object, item: ReservedItem, expected: number): void {
  assert.equal(Math.round(timeLeft(answer, item) * 1_000) / 1_000, expected);
}

describe('serverTime', () => {
  it('is the Date of each answer, in ms', async () => {
    const answers = [
      [{ result: true }, ({ placements }) => placements.any({ cartId })],
      [reserved, ({ cart }) => cart.reserve(reserveBody, session)],
      [confirmed, ({ cart }) => cart.confirm(confirmHeld, session)],
      [{ cartId, items: [] }, ({ cart }) => cart.release({ cartId, items: [] }, session)],
      [
        { itemReservationId: 'r', success: true },
        ({ confirmation }) => confirmation.cancel({ itemReservationId: 'r' }),
      ],
    ] satisfies [unknown, (client: Awaited<ReturnType<typeof setUp>>['client']) => Promise<unknown>][];
    for (const [answer, call] of answers) {
      const { client } = await setUp([json(answer, 200, at)]);
      assert.equal(((await call(client)) as { serverTime?: number }).serverTime, serverTime);
    }
  });

  it('is that of the answer that counts, after a retry', async () => {
    const early = { date: 'Fri, 12 Dec 2031 17:00:00 GMT', 'retry-after': '0' };
    const { client } = await setUp([json({}, 503, early), json(reserved, 200, at)]);
    assert.equal((await client.cart.reserve(reserveBody, session)).serverTime, serverTime);
  });

  for (const [what, headers] of [
    ['no Date', {}],
    ['no Date and an Age', { age: '9' }],
    ['a Date that is none', { date: 'yesterday' }],
  ] as const) {
    it(`is undefined with ${what}, and our own clock counts`, async () => {
      const step: Step = (response) => {
        response.sendDate = false;
        response.writeHead(200, headers).end(JSON.stringify(reserved));
      };
      const { answer, item } = await reserve(step, new Date(Date.now() + 60_000).toISOString());
      assert.equal(answer.serverTime, undefined);
      isLeft(answer, item, 60_000);
    });
  }
});

describe('timeLeft', () => {
  it('is from the server’s Date to the expiry, and passes', async () => {
    const { answer, item } = await reserve(json(reserved, 200, at));
    isLeft(answer, item, 600_000);
    await time.pass(60_000);
    isLeft(answer, item, 540_000);
  });

  it('is never below 0', async () => {
    const { answer, item } = await reserve(json(reserved, 200, at));
    await time.pass(600_001);
    assert.equal(timeLeft(answer, item), 0);
  });

  it('minds no clock that is set anew', async (t) => {
    const { answer, item } = await reserve(json(reserved, 200, at));
    const now = Date.now();
    t.mock.method(Date, 'now', () => now - 3_600_000);
    isLeft(answer, item, 600_000);
  });

  it('counts the Age of an answer that was kept on its way', async () => {
    const { answer, item } = await reserve(json(reserved, 200, { ...at, age: '45' }));
    assert.equal(answer.serverTime, serverTime);
    isLeft(answer, item, 555_000);
  });

  it('passes over an Age that is none', async () => {
    const { answer, item } = await reserve(json(reserved, 200, { ...at, age: 'old' }));
    isLeft(answer, item, 600_000);
  });

  it('counts the time that the body takes after its headers', async () => {
    const { client } = await setUp([json(reserved, 200, at)], {
      fetch: async (...given) => {
        const response = await fetch(...given);
        const { status, headers } = response;
        return { status, headers, text: () => time.pass(900).then(() => response.text()) };
      },
    });
    const answer = await client.cart.reserve(reserveBody, session);
    isLeft(answer, answer.items[0] as ReservedItem, 599_100);
  });

  for (const [what, expires] of [
    ['without a zone', '2031-12-12T18:10:00'],
    ['with another zone', '2031-12-12T20:10:00+02:00'],
    ['with seven decimals', '2031-12-12T18:10:00.0000000Z'],
  ] as const) {
    it(`reads an expiry ${what}`, async (t) => {
      t.after(inTimeZone('America/New_York'));
      const { answer, item } = await reserve(json(reserved, 200, at), expires);
      isLeft(answer, item, 600_000);
    });
  }

  it('is 0 of an item that is not held', async () => {
    const { answer } = await reserve(json(reserved, 200, at));
    assert.equal(timeLeft(answer, { cartItemId: 'a', success: false } as never), 0);
  });

  it('refuses an answer that the client has not given, such as a copy', async () => {
    const { answer, item } = await reserve(json(reserved, 200, at));
    for (const wrong of [
      { ...answer },
      JSON.parse(JSON.stringify(answer)) as typeof answer,
      undefined as never,
    ])
      assert.throws(
        () => timeLeft(wrong, item),
        /^TypeError: answer: expected one of the client, no copy, got /,
      );
  });
});

it('an expiry that is no date is no answer', async () => {
  const { client } = await setUp([
    json({ cartId, items: [{ ...heldItem, expirationDateTimeUtc: 'in a while' }] }),
  ]);
  const error = await errorOf(client.cart.reserve(reserveBody, session));
  assert.equal(error.code, 'invalid-answer');
  assert.match(String(error.cause), /items\[0\]\.expirationDateTimeUtc: expected a date/);
});
