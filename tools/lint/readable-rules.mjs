import { builtinRules } from 'eslint/use-at-your-own-risk';

/** @typedef {import('eslint').Rule.RuleModule} Rule */
/** @typedef {import('estree').Node & Partial<import('eslint').Rule.NodeParentExtension>} Node */

const functionLines = /** @type {Rule} */ (builtinRules.get('max-lines-per-function'));

/**
 * ESLint's `max-lines-per-function` without the functions given to `describe`: each is a list of tests, and every test in it is a
 * function of its own.
 * @type {Rule}
 */
const functionLinesButSuites = {
  ...functionLines,
  create(context) {
    /** @param {import('eslint').Rule.ReportDescriptor} problem */
    const report = (problem) => {
      if ('node' in problem && isSuite(/** @type {Node} */ (problem.node))) return;
      context.report(problem);
    };
    return functionLines.create(Object.create(context, { report: { value: report } }));
  },
};

/** What keeps a line readable at first sight, and a function on one screen; the minifier is what shortens. */
export const readableRules = {
  name: 'readable',
  plugins: { readable: { rules: { 'max-lines-per-function': functionLinesButSuites } } },
  rules: /** @type {import('eslint').Linter.RulesRecord} */ ({
    'no-sequences': 'error',
    'no-nested-ternary': 'error',
    'no-return-assign': ['error', 'always'],
    'no-multi-assign': 'error',
    'no-unused-expressions': 'error',
    'max-statements-per-line': ['error', { max: 1 }],
    'readable/max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  }),
};

/** @param {Node} node */
function isSuite({ parent }) {
  const callee = parent?.type === 'CallExpression' ? parent.callee : undefined;
  return callee?.type === 'Identifier' && callee.name === 'describe';
}
