import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toLoggedError } from '../../../src/service/http/logged.ts';

describe('an error in the log', () => {
  it('has its type, message, code, stack and causes, and not the row that a database adds', () => {
    const cause = Object.assign(new RangeError('a key is there twice'), {
      code: '23505',
      detail: 'Key (email)=(who@shop.example) already exists.',
    });
    const logged = toLoggedError(new Error('confirm failed', { cause }));
    assert.deepEqual([logged.type, logged.message], ['Error', 'confirm failed']);
    assert.deepEqual([logged.cause?.type, logged.cause?.code], ['RangeError', '23505']);
    assert.match(logged.cause?.stack ?? '', /^RangeError: a key is there twice\n {4}at /);
    assert.doesNotMatch(JSON.stringify(logged), /who@shop/);
  });

  it('is told of SQLite by its number, and of what is no error as text', () => {
    const full = Object.assign(new Error('database or disk is full'), {
      code: 'ERR_SQLITE_ERROR',
      errcode: 13,
    });
    assert.equal(toLoggedError(full).code, 'ERR_SQLITE_ERROR');
    assert.equal(toLoggedError('gone').message, 'gone');
  });

  it('ends where causes go in a circle', () => {
    const error = new Error('round');
    error.cause = error;
    assert.ok(JSON.stringify(toLoggedError(error)).length < 20_000);
  });
});
