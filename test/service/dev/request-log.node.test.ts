import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createRequestLog, type LoggedRequest } from '../../../src/service/dev/request-log.ts';

const call = (id: number): LoggedRequest => ({
  id: String(id),
  at: id,
  method: 'POST',
  path: '/',
  operation: 'cart.reserve',
  status: 200,
  isLost: false,
  took: 1,
  headers: {},
  request: {},
  answer: {},
});

describe('a reader of the request log', () => {
  const setUp = (count: number) => {
    const log = createRequestLog();
    for (let id = 1; id <= count; id++) log.add('222', call(id));
    const read = (mark?: string) => {
      const page = log.after('222', mark);
      return { ...page, ids: page.calls.map((one) => Number(one.call.id)) };
    };
    return { log, read };
  };

  it('goes on after each mark', () => {
    const { log, read } = setUp(3);
    const { calls, isFromStart, ids, mark } = read();
    assert.deepEqual([isFromStart, ids], [true, [1, 2, 3]]);
    assert.deepEqual(read(mark).ids, [1, 2, 3]);
    const pages = calls.map((one) => read(one.mark));
    assert.deepEqual(
      pages.map((page) => page.ids),
      [[2, 3], [3], []],
    );
    assert.ok(pages.every((page) => !page.isFromStart));
    log.add('222', call(4));
    assert.deepEqual(read(calls.at(-1)?.mark).ids, [4]);
  });

  it('begins anew where what comes next is forgotten', () => {
    const { log, read } = setUp(1);
    const first = read().calls[0]?.mark;
    for (let id = 2; id <= 1_001; id++) log.add('222', call(id));
    assert.equal(read(first).isFromStart, false);
    assert.equal(read(first).ids[0], 2);
    log.add('222', call(1_002));
    const { isFromStart, forgotten, ids } = read(first);
    assert.deepEqual([isFromStart, forgotten, ids.length, ids[0]], [true, 2, 1_000, 3]);
  });

  it('begins anew after a reset, and where a mark is of no log', () => {
    const { log, read } = setUp(2);
    const { calls } = read();
    log.clear('222');
    log.add('222', call(3));
    const old = calls[0]?.mark;
    assert.deepEqual([read(old).isFromStart, read(old).ids], [true, [3]]);
    const own = read().mark.split('-')[0];
    for (const mark of ['', 'x', '-1', `${own}-`, `${own}-9`, `${own}--1`, `${own}-1e3`])
      assert.equal(read(mark).isFromStart, true, mark);
  });
});
