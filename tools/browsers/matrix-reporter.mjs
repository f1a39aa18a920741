import { writeFileSync } from 'node:fs';
import { conformanceCases, frameworkTitles } from '../../test/conformance/cases.ts';

/**
 * A reporter for web-test-runner that shows the results of test/conformance/matrix.browser.test.ts as a table, one column for
 * each framework over all engines: in `file`, or on the terminal when there is none.
 * @param {string | undefined} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function matrixReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const found = sessions.filter(({ testFile }) =>
        testFile?.endsWith('conformance/matrix.browser.test.ts'),
      );
      if (found.length === 0) return;
      const text = toTable(found);
      if (file) writeFileSync(file, text);
      else console.log(`\n${text}`);
    },
  };
}

/** @param {import('@web/test-runner').TestSession[]} sessions */
function toTable(sessions) {
  const titles = Object.values(frameworkTitles).filter((title) =>
    sessions.some((session) => suiteOf(session, title)),
  );
  const widths = titles.map((title) => Math.max(title.length, 5) + 2);
  const row = (/** @type {string[]} */ cells, /** @type {string} */ name) =>
    `${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('')}${name}`;
  const rows = conformanceCases.map(({ name }) =>
    row(
      titles.map((title) => cellOf(sessions, title, name)),
      name,
    ),
  );
  const engines = sessions.map(({ browser }) => browser.name).join(', ');
  return [row(titles, `in ${engines}`), ...rows].join('\n');
}

/**
 * @param {import('@web/test-runner').TestSession[]} sessions
 * @param {string} title
 * @param {string} name
 */
function cellOf(sessions, title, name) {
  const tests = sessions.flatMap((session) => suiteOf(session, title)?.tests ?? []);
  const own = tests.filter((test) => test.name === name || test.name.startsWith(`${name}: `));
  if (own.length === 0) return '–';
  if (own.some(({ passed }) => !passed)) return 'FAILS';
  return own[0]?.name === name ? 'yes' : 'told';
}

/** @param {import('@web/test-runner').TestSession} session @param {string} title */
function suiteOf({ testResults }, title) {
  return testResults?.suites.find(({ name }) => name === `<rokt-upsell> in ${title}`);
}
