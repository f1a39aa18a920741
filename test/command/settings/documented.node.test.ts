import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { serveCommand } from '../../../src/command/serve-command.ts';
import { toFlag, toVariable } from '../../../src/command/settings/names.ts';
import { settings } from '../../../src/command/settings/schema.ts';

const page = readFileSync('docs/upsell-service.md', 'utf8');

describe('each setting', () => {
  it('is in the help, by its flag and its variable', () => {
    for (const [name] of settings) {
      assert.match(serveCommand.help, new RegExp(`^ {2}--${toFlag(name)}\\b`, 'm'));
      assert.match(serveCommand.help, new RegExp(`\\(${toVariable(name)}\\)`));
    }
  });

  it('is on the page, by its flag', () => {
    const missing = settings
      .map(([name]) => `--${toFlag(name)}`)
      .filter((flag) => !page.includes(`\`${flag}`));
    assert.deepEqual(missing, []);
  });

  it('keeps the help within a terminal', () => {
    const lines = serveCommand.help.split('\n').filter((line) => line.length > 135);
    assert.deepEqual(lines, []);
  });
});
