import { availableParallelism } from 'node:os';
import { PATIENCE } from './patience.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands arguments for Node, which do not need each other; every one is run, also after a failure
 * @property {string} [stage] steps of one stage, which stand together, run at once
 * @property {boolean} [showsOutput] what it wrote is shown when all is well, too
 * @property {string[]} [needs] steps that it makes no sense without
 * @property {string[]} [after] steps to be run before it, whatever comes of them: the tests that miss something fail by themselves
 * @property {'any' | 'chromium'} [needsEngine]
 * @property {boolean} [inOneEngine] runs in the first engine that there is
 * @property {boolean} [needsPostgres] is told where a server is by `ROKT_UPSELL_POSTGRES`
 * @property {boolean} [usesStrace] has a test that watches system calls, where it can
 * @property {boolean} [countsCases] writes `{passed, failed}` to the file named by `ROKT_UPSELL_COUNTS`
 * @property {string[]} [files] the test files; without any the step is left out
 */

/** All steps of `npm test`, in order. */
export const stepNames = [
  'types',
  'lint',
  'style',
  'manifest',
  'matrices',
  'build',
  'node',
  'postgres',
  'examples',
  'package',
  'browsers',
  'one-engine',
  'e2e',
  'installs',
  'long',
];

const typeProjects = [
  'tsconfig.json',
  'src/model/tsconfig.json',
  'src/contract/tsconfig.json',
  'src/client/tsconfig.json',
  'src/command/tsconfig.json',
  'src/service/tsconfig.json',
  'src/playwright/tsconfig.json',
  'demo/tsconfig.json',
  'test/tsconfig.json',
  'test/tsconfig.browser.json',
  'tools/tsconfig.json',
];

/**
 * @param {ReturnType<typeof import('./test-files.mjs').findTestFiles>} files
 * @param {string[]} examples
 * @returns {Step[]}
 */
export function allSteps(files, examples) {
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.'];
  return [
    { name: 'types', stage: 'sources', commands: typeProjects.map(typeCheck) },
    {
      name: 'lint',
      stage: 'sources',
      commands: [['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']],
    },
    { name: 'style', stage: 'sources', commands: [prettier] },
    {
      name: 'manifest',
      stage: 'sources',
      commands: [
        ['tools/manifest.mjs', '--check'],
        ['tools/wire.mjs', '--check'],
      ],
    },
    { name: 'matrices', stage: 'sources', commands: [['tools/matrices.mjs', '--check']] },
    { name: 'build', stage: 'sources', commands: [['tools/build.mjs', '--if-stale']], showsOutput: true },
    { name: 'node', ...nodeTests(files.node) },
    { name: 'postgres', ...nodeTests(files.postgres), needs: ['build'], needsPostgres: true },
    {
      name: 'examples',
      commands: [['tools/examples.mjs', '--build', ...examples]],
      needs: ['build'],
    },
    {
      name: 'package',
      ...nodeTests(files.package),
      ...before(files.package),
      usesStrace: files.package.includes('test/package/syncs.node.test.ts'),
    },
    { name: 'browsers', stage: 'pages', ...browserTests(files.browsers) },
    { name: 'one-engine', stage: 'pages', ...browserTests(files.oneEngine, 2), inOneEngine: true },
    { name: 'e2e', ...nodeTests(files.e2e), ...before(files.e2e), needsEngine: 'chromium' },
    { name: 'installs', ...installTests(files.installs) },
    {
      name: 'long',
      commands: files.long,
      files: files.long.map(([file = '']) => file),
      showsOutput: true,
      needs: ['build'],
      needsPostgres: true,
    },
  ];
}

/** The steps that come before these test files. @param {string[]} files */
function before(files) {
  const some = (/** @type {RegExp} */ pattern) => files.some((file) => pattern.test(file));
  const onExamples = some(/^test\/(conformance|examples)\//);
  const onBuild = onExamples || some(/^test\/(package|types|degrade|policy|page|standin)\/|\.e2e\.test/);
  return { needs: onBuild ? ['build'] : [], after: onExamples ? ['examples'] : [] };
}

/**
 * By TypeScript 7, which is native: a third of the CPU time of TypeScript 6, which ESLint, the manifest's analyzer and the build need.
 * @param {string} project
 */
function typeCheck(project) {
  const cache = `node_modules/.cache/types/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return [
    'node_modules/typescript-native/bin/tsc',
    '-p',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    cache,
  ];
}

/**
 * One page after the other in each browser. A single engine waits more than it works, so that two of it run at once.
 * @param {string[]} files
 * @param {number} [runs] that share the files
 * @returns {Omit<Step, 'name'>}
 */
function browserTests(files, runs = 1) {
  const shares = Array.from({ length: runs }, (_, run) => files.filter((_, index) => index % runs === run));
  const commands = shares
    .filter((share) => share.length > 0)
    .map((share) => ['node_modules/@web/test-runner/dist/bin.js', '--static-logging', '--files', ...share]);
  return { commands, countsCases: true, needsEngine: 'any', ...before(files), files };
}

/** Those that install what they test first. @param {string[]} files @returns {Omit<Step, 'name'>} */
function installTests(files) {
  return { ...nodeTests(files, PATIENCE.install), needs: ['build'], needsEngine: 'chromium' };
}

/**
 * Node by itself would take one file at a time on two cores, though most of them wait for a browser, a disk or a type checker.
 * @param {string[]} files
 * @param {number} [patience] for one file, ms
 */
function nodeTests(files, patience = PATIENCE.file) {
  const command = [
    '--test',
    `--test-concurrency=${availableParallelism() + 1}`,
    `--test-timeout=${patience}`,
    '--test-reporter=./tools/check/node-reporter.mjs',
    ...files,
  ];
  return { commands: [command], countsCases: true, files };
}
