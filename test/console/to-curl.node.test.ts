import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import type { LoggedCall } from '../../src/console/protocol.ts';
import { lacksAttributes, toCurl } from '../../src/console/to-curl.ts';

const call: LoggedCall = {
  id: 'r1',
  at: 0,
  method: 'POST',
  path: '/v1/cart/reserve',
  operation: 'cart.reserve',
  status: 200,
  isLost: false,
  took: 1,
  headers: {
    host: 'localhost:1',
    'content-length': '3',
    'content-type': 'application/json',
    'rokt-api-key': '[redacted]',
    'rokt-session-id': "it's $HOME `id`",
    'sec-fetch-mode': 'cors',
  },
  request: { cartId: `a'b"c\\d $HOME` },
  answer: {},
};

/** The words that a shell makes of a command. */
function wordsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { ROKT_API_KEY: 'my key' } })
    .split('\0')
    .slice(0, -1);
}

describe('a logged call as curl', () => {
  it('is what was sent, with the key of the shell, and without what a client sets by itself', () => {
    assert.deepEqual(wordsOf(toCurl(call, 'http://localhost:4010')), [
      ...['-i', '-X', 'POST', 'http://localhost:4010/v1/cart/reserve'],
      ...['-H', 'content-type: application/json', '-H', 'rokt-api-key: my key'],
      ...['-H', "rokt-session-id: it's $HOME `id`"],
      ...['-d', JSON.stringify(call.request)],
    ]);
  });

  it('has no body where none was read', () => {
    assert.ok(!wordsOf(toCurl({ ...call, request: undefined }, 'http://localhost')).includes('-d'));
  });

  it('says where values of attributes are missing', () => {
    assert.equal(lacksAttributes(call), false);
    assert.equal(lacksAttributes({ ...call, request: { attributes: { email: '[redacted]' } } }), true);
  });
});
