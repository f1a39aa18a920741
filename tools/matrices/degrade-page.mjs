import { degradeRows, ownFileRows } from '../../test/degrade/rows.ts';
import { code, table } from './table.mjs';

/** docs/degrade-matrix.md, from the rows that the tests in test/degrade/ run. */
export function degradePage() {
  const rows = degradeRows.map(({ name, phase, event, code: error, later }) => {
    return [name, code(phase), code(event), code(error), later ?? '–'];
  });
  const withoutFile = ownFileRows.map(({ name }) => [name, 'the `loading` slot, then nothing', 'none']);
  return `# When an upsell fails

What a page sees of each way to fail. A selection comes to a definite phase within \`timeout\`, with exactly one terminal event, and
the checkout goes on. Each row is a test in Chromium, Firefox and WebKit (\`test/degrade/\`), against a server that fails as the
row says. This page is made from those tests by \`npm run matrices\`; a stale one fails \`npm test\`.

${table(['What fails', '`phase`', 'terminal event', '`error.code`', 'then `ready` by'], rows)}

Without our own file there is no element, so no phase: the page's style sheet does it, as in [loading-slot.md](loading-slot.md).
Nothing throws, and once the file is loaded after all the element takes over and becomes \`ready\`.

${table(['What fails', 'what a shopper sees', 'event'], withoutFile)}
`;
}
