import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/project.mjs';

/**
 * The test files by where they run: `*.browser.test.ts` in the browsers, `*.e2e.test.ts` as whole checkouts, those in
 * test/package, test/types and test/conformance on what was built, those in test/installs in empty folders, all others in Node.
 * Those of the service run again on PostgreSQL, but for what is about SQLite, and those in test/service/postgres there alone.
 * Without `all` and without a filter, what is `thorough` is left out, PostgreSQL has the store and the rules of the reservation,
 * and engines beyond the first have what is up to them.
 * @param {string[]} filters parts of paths; none for all files
 * @param {boolean} all with what is thorough, the installs and the long runs; they take minutes
 */
export function findTestFiles(filters, all) {
  const folder = join(root, 'test');
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const takesAll = all || filters.length > 0;
  const files = entries
    .map((entry) => `test/${entry.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts'));
  const wanted = files
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
    .filter((file) => takesAll || !isAmong(thorough, file))
    .sort();
  const of = (/** @type {string} */ kind) => wanted.filter((file) => kindOf(file) === kind);
  return {
    node: of('node'),
    postgres: wanted.filter((file) => runsOnPostgres(file) && (takesAll || isAmong(aboutTheStore, file))),
    package: of('package'),
    browsers: of('browsers').filter((file) => takesAll || isAmong(upToTheEngine, file)),
    oneEngine: of('browsers').filter((file) => !takesAll && !isAmong(upToTheEngine, file)),
    e2e: of('e2e'),
    installs: takesAll ? of('installs') : [],
    long: all ? longRuns.filter(([file = '']) => wanted.includes(file)) : [],
  };
}

/** What `npm test` can do without between two runs of everything. */
const thorough = [
  // Proofs that the tests can fail.
  /\/mutants\./,
  /^test\/rehearse\//,
  // Pictures and axe over the whole gallery, leaks, and pages that move or come back.
  /^test\/gallery\//,
  /^test\/page\/(back-forward|heap|layout-shift|leaks)\./,
  // Each case and fault of the demo on screen, its stand-in, and a purchase in the engines beyond Chromium.
  /^test\/demo\/(cases|faults|flow|interruptions|layout-shift|other-engines|stand-in)\./,
  // The longest tables of what is tried in each engine, and a whole purchase in each over the stand-in.
  /^test\/(conformance|policy)\/matrix\./,
  /^test\/standin\/shopper\./,
  // Everything that the console and the gallery of the demo show.
  /^test\/console\/console\./,
  /^test\/demo\/gallery\./,
  // A service that is killed again and again, which `long` does more often.
  /\/kills\./,
  // What builds, installs or type-checks something of its own.
  /^test\/react\/wrapper\./,
  /^test\/package\/(playwright|production)\./,
  // The published command, day by day: each command that a page shows, an owner's acts, a full disk, a door that is tried.
  /^test\/package\/(admin|at-the-door|full-disk|operating|own-sale|shown-commands)\./,
  /^test\/types\/frameworks\./,
];

/** What engines do each in their own way: focus, keys and sound, what the parser makes and where a node may be; not what a cart comes to. */
const upToTheEngine = [
  /^test\/(page|conformance)\//,
  /^test\/offers\/(announce|focus|gestures|quick-steps|right-thing|undo-time|written)/,
  /^test\/element\/(copies|fallback|mount|old-engines|plain-attributes|several|targets)\./,
];

/** Where the two databases could differ most: the store, the rules on it, and what is there for PostgreSQL alone. */
const aboutTheStore = [/^test\/service\/(postgres|store|reservation|idempotency)\//, /\/concurrency\.node/];

/** Files that take as an argument how often they try, with more of it than in their own step. */
const longRuns = [
  ['test/package/kills.node.test.ts', '50'],
  ['test/service/postgres/kills.node.test.ts', '20'],
  ['test/cart/courses.node.test.ts', '20000'],
  ['test/service/reservation/properties.node.test.ts', '2000'],
  ['test/service/http/bad-requests.node.test.ts', '10000'],
  ['test/service/http/refused-requests.node.test.ts', '50000'],
];

/** @param {RegExp[]} patterns @param {string} file */
function isAmong(patterns, file) {
  return patterns.some((pattern) => pattern.test(file));
}

/** @param {string} file */
function kindOf(file) {
  if (file.startsWith('test/installs/')) return 'installs';
  if (file.endsWith('.browser.test.ts')) return 'browsers';
  if (file.endsWith('.e2e.test.ts')) return 'e2e';
  if (file.startsWith('test/service/postgres/')) return 'postgres';
  return /^test\/(package|types|conformance)\//.test(file) ? 'package' : 'node';
}

/** @param {string} file */
function runsOnPostgres(file) {
  return (
    file.startsWith('test/service/') &&
    !/\/(mutants|group-commit|sqlite-store|iso-minor-units|admin-server|backup)\.node/.test(file)
  );
}
