import { policyControls } from '../../test/policy/controls.ts';
import { policyRows } from '../../test/policy/rows.ts';
import { traceRows } from '../../test/policy/traces.ts';
import { code, table } from './table.mjs';

/** docs/policy-matrix.md, from the rows that the tests in test/policy/ run. */
export function policyPage() {
  const rows = policyRows.map(({ name, mode, phase, code: error, violations = [] }) => {
    return [name, mode, code(phase), code(error), violations.map(code).join(' ') || 'none'];
  });
  const controls = policyControls.map(({ name, without = [] }) => [name, without.join(', ') || 'none']);
  const traces = Object.values(traceRows).map((row) => `- ${row}`);
  return `# Under a page's policies

What becomes of an upsell on a page with strict policies. Each row is a test in Chromium, Firefox and WebKit (\`test/policy/\`):
a page that comes with those very response headers. This page is made from those tests by \`npm run matrices\`; a stale one
fails \`npm test\`. \`npx rokt-upsell headers\` prints the headers for a shop of yours.

\`hosted\` is \`rokt-upsell.js\` with a launcher script, \`offers\` is \`rokt-upsell-offers.js\` with offers of the shop's own.

${table(['The page’s policy', 'with', '`phase`', '`error.code`', 'violations'], rows)}

That each engine does enforce the policies is tested too: these attempts must not get through.

${table(['Control', 'engines without it'], controls)}

## What it leaves on the page

In both modes, once offers are shown:

${traces.join('\n')}
`;
}
