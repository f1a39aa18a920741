import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EventParser } from '../../src/console/feed/event-parser.ts';

const events = (...pieces: string[]) => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece).map(({ name, data, id }) => [name, data, id]));
};

describe('the text of an event stream', () => {
  for (const [what, text, expected] of [
    ['has a name, data and an id', 'event: call\nid: 7\ndata: {}\n\n', [['call', '{}', '7']]],
    ['may have no name', 'data: a\n\n', [['message', 'a', undefined]]],
    ['has data on several lines', 'data: a\ndata:b\n\n', [['message', 'a\nb', undefined]]],
    ['keeps colons of the data', 'data: a: b\n\n', [['message', 'a: b', undefined]]],
    ['has comments', ': quiet\n\ndata: a\n\n', [['message', 'a', undefined]]],
    [
      'keeps its last id',
      'id: 1\ndata: a\n\ndata: b\n\n',
      [
        ['message', 'a', '1'],
        ['message', 'b', '1'],
      ],
    ],
    [
      'ends lines in any way',
      'event: x\r\ndata: a\r\rdata: b\n\r\n',
      [
        ['x', 'a', undefined],
        ['message', 'b', undefined],
      ],
    ],
    ['is no event before the empty line', 'data: a\n', []],
  ] as const) {
    it(what, () => {
      assert.deepEqual(events(text), expected);
      assert.deepEqual(events(...Array.from(text)), expected, 'a character at a time');
    });
  }
});
