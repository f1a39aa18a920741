import { conformanceCases, frameworkTitles } from '../../test/conformance/cases.ts';
import { allExamples } from '../examples/example-names.mjs';
import { table } from './table.mjs';

/** docs/framework-matrix.md, from the cases that test/conformance/ runs. */
export function frameworkPage() {
  const columns = Object.entries(frameworkTitles).filter(
    ([name]) => name === 'plain' || allExamples().includes(name),
  );
  /** @type {string[]} */
  const notes = [];
  const rows = conformanceCases.map(({ name, only, limits }) => {
    const cells = columns.map(([framework, title]) => {
      if (only && !only.includes(framework)) return '–';
      const note = limits?.[framework]?.note;
      if (!note) return 'yes';
      notes.push(`${title}: ${note}.`);
      return `no ${notes.length})`;
    });
    return [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, ...cells];
  });
  const head = ['', ...columns.map(([, title]) => title)];
  return `# In every framework

What \`<rokt-upsell>\` does in each framework. Each cell is a test (\`test/conformance/\`) on a page that is written and built with the
framework's own tools (\`demo/examples/NAME/conformance\`): without a framework, in Vue and in React in Chromium, Firefox and WebKit.
This page is made from those tests by \`npm run matrices\`; a stale one fails \`npm test\`.

${table(head, rows)}
${notes.map((note, index) => `\n${index + 1}. ${note}`).join('')}`
    .trimEnd()
    .concat('\n');
}
