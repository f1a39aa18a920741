import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { unexportedTypes } from './named-types.ts';

const root = join(import.meta.dirname, '..', '..');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, string | { types: string }>;
};

describe('the published types', () => {
  for (const [entry, target] of Object.entries(exports)) {
    if (typeof target === 'string' || entry.startsWith('./types/')) continue;
    it(`export from ${entry} each type that a public signature of it names`, () => {
      assert.deepEqual(unexportedTypes(join(root, target.types), join(root, 'dist')), []);
    });
  }
});
