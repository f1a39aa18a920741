import { findEngines } from '../tools/setup/engines.mjs';
import { findPostgres, startPostgres } from '../tools/setup/postgres.mjs';
import { ownNode } from '../tools/setup/project.mjs';
import { run } from '../tools/setup/run.mjs';
import { testedFigures } from './tested-figures.mjs';

/**
 * Figures that are tests: the test is run, and what it counted is read from what it said.
 *
 * @param {import('./scale.mjs').Scale} scale
 * @returns {Promise<import('./figure.mjs').Table>}
 */
export async function measureTested(scale) {
  const programs = findPostgres();
  const cluster = programs === undefined ? undefined : await startPostgres(programs);
  const { chromium = '' } = findEngines();
  const env = {
    ROKT_UPSELL_ENGINES: 'chromium',
    ROKT_UPSELL_CHROMIUM: chromium,
    ROKT_UPSELL_POSTGRES: cluster?.url,
    // Else they would take themselves for a part of a test that runs this.
    NODE_TEST_CONTEXT: undefined,
  };
  try {
    const figures = [];
    for (const tested of testedFigures(scale)) figures.push(await figureOf(tested, env));
    return { figures };
  } finally {
    await cluster?.stop();
  }
}

/** @param {import('./tested-figures.mjs').Tested} tested @param {NodeJS.ProcessEnv} env @returns {Promise<import('./figure.mjs').Figure>} */
async function figureOf({ name, unit, most, command, read }, env) {
  const figure = { name, unit, goal: { most }, command: shown(command) };
  const { code, output } = await run(ownNode, command, { env, limit: 10 * 60_000 });
  if (code !== 0) {
    console.error(output);
    return { ...figure, missing: 'its test fails' };
  }
  const reached = read(output);
  return reached === undefined ? { ...figure, missing: 'its test was skipped' } : { ...figure, reached };
}

/** What runs the same for a reader, with all that it needs. @param {readonly string[]} command */
function shown(command) {
  const file = command.find((part) => part.startsWith('test/')) ?? '';
  const isLong = command.at(-1) !== file;
  return `${isLong ? 'npm run test:long' : 'npm test'} -- ${file.replace(/\.\w+\.test\.ts$/, '')}`;
}
