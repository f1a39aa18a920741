import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { startService } from '../../src/service/index.ts';

const page = readFileSync('docs/upsell-service.md', 'utf8');

/** Every `curl` of the page: where it goes, and what it sends. */
const calls = Array.from(page.matchAll(/^curl (http:\S+)((?:.*\\\n)*.*)$/gm), ([, url = '', rest = '']) => ({
  path: new URL(url).pathname,
  headers: Array.from(
    rest.matchAll(/-H '([^:']+): ([^']*)'/g),
    ([, name = '', value = '']) => [name, value] as const,
  ),
  body: /-d '([^']*)'/.exec(rest)?.[1] ?? '',
}));

describe('the calls by hand that the page shows', () => {
  it('lead from a selection to a confirmed item', async (t) => {
    const service = await startService();
    t.after(() => service.stop());
    const known = new Map<string, string>();
    const filled = (text: string) =>
      text.replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (name) => known.get(name) ?? name);
    const answers: string[] = [];
    for (const { path, headers, body } of calls) {
      const response = await fetch(service.url + path, {
        method: 'POST',
        headers: [
          ['Content-Type', 'application/json'],
          ...headers.map(([name, value]) => [name, filled(value)]),
        ] as [string, string][],
        body: filled(body),
      });
      const answer = await response.text();
      assert.equal(response.status, 200, answer);
      known.set('SESSION_ID', response.headers.get('rokt-session-id') ?? '');
      for (const [name, field] of [
        ['CART_ITEM_ID', 'cartItemId'],
        ['ITEM_RESERVATION_ID', 'itemReservationId'],
      ] as const) {
        const value = new RegExp(`"${field}":"([^"]*)"`).exec(answer)?.[1];
        if (value !== undefined) known.set(name, value);
      }
      answers.push(answer);
    }
    assert.equal(answers.length, 3);
    assert.match(answers.at(-1) ?? '', /"itemConfirmationId":"[^"]+".*"success":true/);
  });
});
