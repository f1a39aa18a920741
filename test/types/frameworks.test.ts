import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { installPackages } from '../../tools/examples/install-packages.mjs';
import { angularChecker, type Checker, checkTypes, svelteChecker, typescriptChecker } from './diagnostics.ts';

const folder = join(import.meta.dirname, 'frameworks');
const program = (path: string) => join(folder, 'node_modules', path);

const checkers: Readonly<Record<string, Checker>> = {
  react: typescriptChecker(program('typescript/bin/tsc')),
  vue: typescriptChecker(program('vue-tsc/bin/vue-tsc.js')),
  svelte: svelteChecker(program('svelte-check/bin/svelte-check')),
  angular: angularChecker(program('@angular/compiler-cli/bundles/src/bin/ngc.js')),
};

describe('the types of the tag in a framework', { timeout: PATIENCE.file }, () => {
  before(() => installPackages('test/types/frameworks'), { timeout: PATIENCE.file });

  for (const [name, checker] of Object.entries(checkers)) {
    it(`take what a page in ${name} may write, and refuse what it may not`, () => {
      const { told, expected } = checkTypes(join(folder, name), checker);
      assert.deepEqual(told, expected);
    });
  }
});
