/**
 * A figure that a test counts.
 *
 * @typedef {object} Tested
 * @property {string} name
 * @property {'count' | 'shift'} unit
 * @property {number} most the goal
 * @property {string[]} command arguments for Node
 * @property {(output: string) => number | undefined} read what it counted; undefined where it was skipped
 */

/** @param {import('./scale.mjs').Scale} scale */
export function testedFigures(scale) {
  return [...inBrowser(), ...inService(scale)];
}

/** @returns {Tested[]} */
function inBrowser() {
  return [
    {
      ...{
        name: 'layout shift as offers arrive, 360 and 1,280 px, English and German',
        unit: 'shift',
        most: 0.01,
      },
      command: test('test/page/layout-shift.e2e.test.ts', 'for three offers'),
      read: (output) => largest(output, /^ *# (\d\.\d{4})$/gm),
    },
    {
      ...{ name: 'layout shift where there are none or they cannot be had, in view', unit: 'shift', most: 0 },
      command: test('test/page/layout-shift.e2e.test.ts', 'is none'),
      read: zeroIfRun('is none'),
    },
    {
      ...{ name: 'mutations in a card by one quantity change', unit: 'count', most: 2 },
      command: browserTest('test/offers/written-by-others.browser.test.ts'),
      read: (output) => largest(output, /one change: (\d+) mutations/g),
    },
  ];
}

/** @param {import('./scale.mjs').Scale} scale @returns {Tested[]} */
function inService({ kills, requests }) {
  return [
    {
      ...{ name: 'units oversold, 400 carts at once for 50, SQLite', unit: 'count', most: 0 },
      command: test('test/service/http/concurrency.node.test.ts', 'sells 50 of 50'),
      read: (output) => beyond(output, 50),
    },
    {
      ...{ name: 'the same on PostgreSQL, by two instances', unit: 'count', most: 0 },
      command: test('test/service/postgres/two-instances.node.test.ts', 'sells 50 of 50'),
      read: (output) => beyond(output, 50),
    },
    {
      ...{ name: `acknowledged changes lost in kill -9, SQLite, kills: ${kills}`, unit: 'count', most: 0 },
      command: tap('test/package/kills.node.test.ts', String(kills)),
      read: (output) => largest(output, /kills, lost (\d+)/g),
    },
    {
      ...{ name: `the same on PostgreSQL, kills: ${kills}`, unit: 'count', most: 0 },
      command: tap('test/service/postgres/kills.node.test.ts', String(kills)),
      read: (output) => largest(output, /kills, lost (\d+)/g),
    },
    {
      ...{ name: 'answers between a write and its sync, by system calls', unit: 'count', most: 0 },
      command: test('test/package/syncs.node.test.ts', 'answers on SQLite'),
      read: zeroIfRun('answers on SQLite'),
    },
    {
      ...{
        name: `bad requests answered with 5xx, of ${requests.toLocaleString('en')} generated`,
        unit: 'count',
        most: 0,
      },
      command: tap('test/service/http/bad-requests.node.test.ts', String(requests)),
      read: (output) => serverErrors(output),
    },
    {
      ...{ name: 'deadlocks in 10 s of mixed calls and two sweepers, PostgreSQL', unit: 'count', most: 0 },
      command: test('test/service/postgres/two-instances.node.test.ts', 'without a deadlock'),
      read: (output) => largest(output, /(\d+) deadlocks/g),
    },
  ];
}

/** @param {string[]} args */
function tap(...args) {
  return ['--test-reporter=tap', ...args];
}

/** @param {string} file @param {string} name a part of the test's name */
function test(file, name) {
  return ['--test', '--test-reporter=tap', `--test-name-pattern=${name}`, file];
}

/** @param {string} file */
function browserTest(file) {
  return ['node_modules/@web/test-runner/dist/bin.js', '--static-logging', '--files', file];
}

/** @param {string} output @param {RegExp} pattern */
function largest(output, pattern) {
  const numbers = [...output.matchAll(pattern)].map(([, number]) => Number(number));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** None is what the test asserts, where it was run. @param {string} name a part of the test's name */
function zeroIfRun(name) {
  const passed = new RegExp(`^ *ok \\d+ - .*${name}(?!.*# SKIP)`, 'm');
  return (/** @type {string} */ output) => (passed.test(output) ? 0 : undefined);
}

/** @param {string} output @param {number} stock */
function beyond(output, stock) {
  const sold = largest(output, /(\d+) of 50 sold/g);
  return sold === undefined ? undefined : Math.max(0, sold - stock);
}

/** @param {string} output */
function serverErrors(output) {
  const [, counts] = /answers by status: (\{.*\})/.exec(output) ?? [];
  if (counts === undefined) return undefined;
  const entries = /** @type {[string, number][]} */ (Object.entries(JSON.parse(counts)));
  return entries.filter(([status]) => status >= '500').reduce((sum, [, count]) => sum + count, 0);
}
