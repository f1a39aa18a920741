import { atOnce } from './check/at-once.mjs';
import { readOptions } from './check/options.mjs';
import { provideEngines } from './check/provide-engines.mjs';
import { providePostgres } from './check/provide-postgres.mjs';
import { provideStrace } from './check/provide-strace.mjs';
import { runStep } from './check/run-step.mjs';
import { allSteps } from './check/steps.mjs';
import { findTestFiles } from './check/test-files.mjs';
import { chosenExamples } from './examples/example-names.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { endTogether } from './setup/run.mjs';
import { Trouble } from './setup/trouble.mjs';

/** `npm test`: installs what is missing, runs every step, and ends with one line that counts over all of them. */
const total = { passed: 0, failed: 0 };

try {
  endTogether();
  const options = readOptions(process.argv.slice(2));
  await ensureDependencies();
  const steps = chosenSteps(options);
  const needsEngines = options.requiredEngines > 0 || steps.some((step) => step.needsEngine);
  const engines = needsEngines ? await provideEngines(options) : {};
  if (steps.some((step) => step.usesStrace)) await provideStrace();
  const needsPostgres = options.requiresPostgres || steps.some((step) => step.needsPostgres);
  const postgres = needsPostgres ? await providePostgres(options) : undefined;
  try {
    await runSteps(steps, engines, postgres?.url, options.examples);
  } finally {
    await postgres?.stop();
  }
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.log(error.message);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * The steps asked for, with those that come before them. Steps without a test file are left out.
 * @param {import('./check/options.mjs').Options} options
 */
function chosenSteps({ only, filters, all, examples }) {
  const steps = allSteps(findTestFiles(filters, all), chosenExamples(examples));
  const asked = steps.filter(({ name, files }) => {
    const isAsked = only.length > 0 ? only.includes(name) : filters.length === 0 || files !== undefined;
    return isAsked && files?.length !== 0;
  });
  if (asked.length === 0) throw new Trouble(`No test file fits ${filters.join(' ') || only.join(', ')}.`);
  const needed = new Set(asked.map(({ name }) => name));
  // Steps are listed in order.
  for (const { name, needs = [], after = [] } of [...steps].reverse())
    if (needed.has(name)) for (const earlier of [...needs, ...after]) needed.add(earlier);
  return steps.filter(({ name }) => needed.has(name));
}

/**
 * @param {import('./check/steps.mjs').Step[]} steps
 * @param {import('./setup/engines.mjs').Engines} engines
 * @param {string | undefined} postgres the URL of a server
 * @param {string | undefined} examples
 */
async function runSteps(steps, engines, postgres, examples) {
  /** @type {string[]} */
  const broken = [];
  for (const stage of stagesOf(steps)) {
    const results = await atOnce(stage, async (step) => {
      const obstacle = obstacleTo(step, engines, postgres, broken);
      const env = environmentOf(step, engines, postgres, examples);
      return { step, obstacle, ...(obstacle ? undefined : await timed(step, env)) };
    });
    for (const { step, obstacle, result, seconds } of results) {
      process.stdout.write(step.name.padEnd(12));
      if (obstacle) console.log(`not run: ${obstacle.reason}`);
      if (result) tell(step, result, seconds);
      const failed = obstacle?.failed ?? result?.failed ?? 0;
      if (obstacle || failed > 0) broken.push(step.name);
      total.passed += result?.passed ?? 0;
      total.failed += failed;
    }
  }
}

/**
 * What runs one after the other; the steps of a stage run at once.
 * @param {import('./check/steps.mjs').Step[]} steps
 */
function stagesOf(steps) {
  /** @type {Map<string, import('./check/steps.mjs').Step[]>} */
  const stages = new Map();
  for (const step of steps) {
    const { name, stage = name } = step;
    stages.set(stage, [...(stages.get(stage) ?? []), step]);
  }
  return [...stages.values()];
}

/**
 * What a step is told of the machine.
 * @param {import('./check/steps.mjs').Step} step
 * @param {import('./setup/engines.mjs').Engines} engines
 * @param {string | undefined} postgres
 * @param {string | undefined} examples
 * @returns {NodeJS.ProcessEnv}
 */
function environmentOf({ inOneEngine, needsPostgres }, engines, postgres, examples) {
  const names = Object.keys(engines).slice(0, inOneEngine ? 1 : undefined);
  return {
    ROKT_UPSELL_ENGINES: names.join(','),
    ROKT_UPSELL_CHROMIUM: engines.chromium ?? '',
    ...(examples ? { ROKT_UPSELL_EXAMPLES: examples } : {}),
    ...(needsPostgres ? { ROKT_UPSELL_POSTGRES: postgres } : {}),
  };
}

/**
 * @param {import('./check/steps.mjs').Step} step
 * @param {NodeJS.ProcessEnv} env
 */
async function timed(step, env) {
  const started = performance.now();
  const result = await runStep(step, env);
  return { result, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

/**
 * @param {import('./check/steps.mjs').Step} step
 * @param {import('./check/run-step.mjs').StepResult} result
 * @param {string} [seconds]
 */
function tell({ showsOutput }, { passed, failed, output, table }, seconds) {
  console.log(`${failed > 0 ? `${failed} failed, ` : ''}${passed} passed in ${seconds} s`);
  const shown = (failed > 0 || showsOutput ? [output, table] : [table]).filter((text) => text !== '');
  if (shown.length > 0) console.log(shown.join('\n\n').replace(/^(?=.)/gm, '  '));
}

/**
 * Why a step cannot run, and whether that is a failure that was not counted yet.
 * @param {import('./check/steps.mjs').Step} step
 * @param {import('./setup/engines.mjs').Engines} engines
 * @param {string | undefined} postgres
 * @param {string[]} broken the steps that failed or could not run
 */
function obstacleTo({ needs = [], needsEngine, needsPostgres }, engines, postgres, broken) {
  const lacking = needs.find((name) => broken.includes(name));
  if (lacking) return { reason: `the step ${lacking} failed`, failed: 0 };
  if (needsPostgres && postgres === undefined) {
    return {
      reason: 'skipped, PostgreSQL is not here; install it, or have pg_config on the path',
      failed: 0,
    };
  }
  if (needsEngine === 'any' && Object.keys(engines).length === 0) {
    return {
      reason: 'no browser found; install Chrome, Edge or Firefox, or name one in CHROME_PATH',
      failed: 1,
    };
  }
  if (needsEngine === 'chromium' && !engines.chromium)
    return { reason: 'it needs Chrome, Chromium or Edge', failed: 0 };
  return undefined;
}
