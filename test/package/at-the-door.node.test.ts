import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { catalogueOf } from '../service/support/catalogue.ts';
import { type Alone, openAlone } from './alone.ts';

/** Selections that one address may make in a minute. */
const SELECTIONS = 60;

describe('the published service, to whom it knows', () => {
  let alone: Alone;
  before(() => {
    alone = openAlone();
  });
  after(() => alone.close());

  /** How many selections are one too many in this minute, each from an address of its own as `X-Forwarded-For` says. */
  async function refusedOf(name: string, ...options: readonly string[]): Promise<number> {
    const file = alone.write(`${name}.json`, catalogueOf({ ticket: {} }));
    const service = await alone.serve([
      ...['--catalogue', file, '--db', `${name}.db`, '--public-url', 'https://upsell.shop.example'],
      ...options,
    ]);
    const statuses: number[] = [];
    for (let n = 0; n <= SELECTIONS; n++) {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${n}` };
      const body = '{"accountId":"222"}';
      statuses.push((await fetch(`${service.url}/v1/selections`, { method: 'POST', headers, body })).status);
    }
    await service.stop();
    return statuses.filter((status) => status === 429).length;
  }

  it('counts by the address that a trusted proxy names, each apart', async () => {
    assert.equal(await refusedOf('trusted', '--trust-proxy', '127.0.0.0/8'), 0);
  });

  it('believes X-Forwarded-For of nobody else', async () => {
    assert.equal(await refusedOf('nobody'), 1);
    assert.equal(await refusedOf('other', '--trust-proxy', '10.0.0.0/8'), 1);
  });

  it('gives keys that nobody guesses: 192 bits, each another', () => {
    const keys = ['222', '333', '444'].map((id) => {
      const { out, err } = alone.command('account', 'add', id, '--db', 'keys.db');
      return /rokt-api-key: (\S+)\n/.exec(out)?.[1] ?? assert.fail(err);
    });
    for (const key of keys) assert.match(key, /^[\w-]{32}$/);
    assert.equal(new Set(keys).size, keys.length);
  });
});
