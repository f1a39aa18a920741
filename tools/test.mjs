import { readOptions } from './check/options.mjs';
import { provideEngines } from './check/provide-engines.mjs';
import { runStep } from './check/run-step.mjs';
import { allSteps } from './check/steps.mjs';
import { findTestFiles } from './check/test-files.mjs';
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
  await runSteps(steps, needsEngines ? await provideEngines(options) : {});
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.log(error.message);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * The steps asked for, with the build when one of them needs it. Steps without a test file are left out.
 * @param {import('./check/options.mjs').Options} options
 */
function chosenSteps({ only, filters }) {
  const steps = allSteps(findTestFiles(filters));
  const asked = steps.filter(({ name, files }) => {
    const isAsked = only.length > 0 ? only.includes(name) : filters.length === 0 || files !== undefined;
    return isAsked && files?.length !== 0;
  });
  if (asked.length === 0) throw new Trouble(`No test file fits ${filters.join(' ') || only.join(', ')}.`);
  return steps.filter(
    (step) => asked.includes(step) || (step.isBuild && asked.some(({ needsBuild }) => needsBuild)),
  );
}

/**
 * @param {import('./check/steps.mjs').Step[]} steps
 * @param {import('./setup/engines.mjs').Engines} engines
 */
async function runSteps(steps, engines) {
  const env = {
    ROKT_UPSELL_ENGINES: Object.keys(engines).join(','),
    ROKT_UPSELL_CHROMIUM: engines.chromium ?? '',
  };
  let buildFailed = false;
  for (const step of steps) {
    process.stdout.write(step.name.padEnd(10));
    const obstacle = obstacleTo(step, engines, buildFailed);
    if (obstacle) {
      console.log(`not run: ${obstacle.reason}`);
      total.failed += obstacle.failed;
      continue;
    }
    const started = performance.now();
    const { passed, failed, output, table } = await runStep(step, env);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${failed > 0 ? `${failed} failed, ` : ''}${passed} passed in ${seconds} s`);
    const shown = (failed > 0 || step.isBuild ? [output, table] : [table]).filter((text) => text !== '');
    if (shown.length > 0) console.log(shown.join('\n\n').replace(/^(?=.)/gm, '  '));
    if (step.isBuild) buildFailed = failed > 0;
    total.passed += passed;
    total.failed += failed;
  }
}

/**
 * Why a step cannot run, and whether that is a failure that was not counted yet.
 * @param {import('./check/steps.mjs').Step} step
 * @param {import('./setup/engines.mjs').Engines} engines
 * @param {boolean} buildFailed
 */
function obstacleTo({ needsBuild, needsEngine }, engines, buildFailed) {
  if (needsBuild && buildFailed) return { reason: 'the build failed', failed: 0 };
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
