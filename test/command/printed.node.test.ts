import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { readAccountRequest } from '../../src/command/account-request.ts';
import { UsageError } from '../../src/command/command.ts';
import { plainEnvironment } from '../support/plain-environment.ts';
import { toPrintable } from '../../src/command/printable.ts';

describe('what is printed', () => {
  for (const [text, shown] of [
    ['\u001b[2J', '\\u001b[2J'],
    ['a\rb', 'a\\u000db'],
    ['\u0007\u0000\u007f\u009b', '\\u0007\\u0000\\u007f\\u009b'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['\u2066\u2028\ufeff', '\\u2066\\u2028\\ufeff'],
    ['two\nlines\tZürich 👩‍🚒 日本', 'two\nlines\tZürich 👩‍🚒 日本'],
  ] as const)
    it(`steers no terminal: ${JSON.stringify(text)}`, () => assert.equal(toPrintable(text), shown));

  it('is so wherever the command prints', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, ['src/command/bin.ts', ...args], {
        encoding: 'utf8',
        env: plainEnvironment(),
      });
    for (const args of [
      ['\u001b[2J'],
      ['serve', '--dev', '--port', '\u001b[2J'],
      ['account', '\u001b[2J'],
      ['check', '\u001b[2J.json'],
    ]) {
      const { stdout, stderr } = run(...args);
      assert.ok(!`${stdout}${stderr}`.includes('\u001b'));
      assert.match(stderr, /\\u001b\[2J/);
    }
  });
});

describe('an account', () => {
  const read = (...args: readonly string[]) => readAccountRequest(args);

  for (const id of ['a\nb', 'a\u001b[2J', 'a b', ' ', 'x'.repeat(257), '\u202ea', 'a\u0000'])
    it(`is refused the id ${JSON.stringify(id.slice(0, 9))}`, () =>
      assert.throws(
        () => read('add', id),
        (error) =>
          error instanceof UsageError &&
          error.message.startsWith('an account id is 1 to 256 visible characters'),
      ));

  for (const tag of ['a\nb', 'a b', 'Zoë', 'x'.repeat(257), ''])
    it(`is refused the tag ${JSON.stringify(tag.slice(0, 9))}`, () => {
      for (const args of [
        ['tag', '222', tag],
        ['add', '222', '--tag', tag],
      ])
        assert.throws(
          () => read(...args),
          (error) =>
            error instanceof UsageError &&
            error.message.startsWith('a tag is 1 to 256 characters that a header can carry'),
        );
    });

  it('has any other', () => {
    assert.equal(read('add', 'Zürich-日本').accountId, 'Zürich-日本');
    assert.deepEqual(read('add', '222', '--tag', '253_439d21r21r21321').tags, ['253_439d21r21r21321']);
  });
});
