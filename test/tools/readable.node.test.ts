import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/** The project's own configuration, for files that exist only here: rules that need the compiler stay out. */
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function rulesAgainst(filePath: string, code: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(`${code}\n`, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

const places = ['src/client/a.ts', 'test/client/a.node.test.ts', 'tools/a.mjs', 'bench/a.mjs', 'demo/a.js'];
const packed: [what: string, code: string, rule: RegExp][] = [
  ['a comma expression', 'export const f = (a) => (a.g(), a.h());', /^no-sequences$/],
  ['a nested ternary', 'export const f = (a) => (a ? 1 : a === 0 ? 2 : 3);', /^no-nested-ternary$/],
  ['&& as if', 'export function f(a) { a && a.g(); }', /no-unused-expressions$/],
  ['a ternary as if', 'export function f(a) { a ? a.g() : a.h(); }', /no-unused-expressions$/],
  ['two statements on a line', 'export function f(a) {\n  a.g(); a.h();\n}', /^max-statements-per-line$/],
  ['an assignment as result', 'export const f = (a) => (a.b = 1);', /^no-return-assign$/],
  ['an assignment of an assignment', 'export function f(a) {\n  a.b = a.c = 1;\n}', /^no-multi-assign$/],
  ['a function of 61 lines', functionOf(61), /^readable\/max-lines-per-function$/],
];

/** A function that has so many lines, blank ones and comments apart. */
function functionOf(lines: number): string {
  return ['export function f(a) {', ...Array<string>(lines - 2).fill('  a.g();\n\n  // Why.'), '}'].join(
    '\n',
  );
}

/** A call of `name` with a function of so many lines. */
function callOf(name: string, lines: number): string {
  return [`${name}('a', () => {`, ...Array<string>(lines - 2).fill('  void 0;'), '});'].join('\n');
}

describe('a line does one thing', () => {
  for (const [what, code, rule] of packed) {
    it(`so that ${what} is refused everywhere`, async () => {
      for (const place of places) {
        const rules = await rulesAgainst(place, code);
        assert.ok(
          rules.some((id) => rule.test(id ?? '')),
          `${place}: ${rules.join()}`,
        );
      }
    });
  }

  it('while a function of 60 lines is taken', async () => {
    assert.deepEqual(await rulesAgainst('src/client/a.js', functionOf(60)), []);
  });

  it('and a suite of tests may be longer, but not a test', async () => {
    const test = 'test/client/a.node.test.ts';
    const head = "import { describe, it } from 'node:test';\n";
    assert.deepEqual(await rulesAgainst(test, head.replace(', it', '') + callOf('describe', 61)), []);
    assert.deepEqual(await rulesAgainst(test, head.replace('describe, ', '') + callOf('it', 61)), [
      'readable/max-lines-per-function',
    ]);
  });
});
