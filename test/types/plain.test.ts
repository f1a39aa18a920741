import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkTypes, typescriptChecker } from './diagnostics.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the published types', () => {
  it('take what a page may write, and refuse what it may not', () => {
    const checker = typescriptChecker(join(root, 'node_modules/typescript/bin/tsc'));
    const { told, expected } = checkTypes(join(import.meta.dirname, 'plain'), checker);
    assert.deepEqual(told, expected);
  });
});
