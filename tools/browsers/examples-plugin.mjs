import { chosenExamples } from '../examples/example-names.mjs';

/**
 * A plugin for web-test-runner with the command `examples`: the names of the examples that this run is about.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function examplesPlugin() {
  return {
    name: 'examples',
    executeCommand: ({ command }) =>
      command === 'examples' ? chosenExamples(process.env.ROKT_UPSELL_EXAMPLES) : undefined,
  };
}
