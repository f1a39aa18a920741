import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFolder } from '../examples/example-folder.mjs';
import { chosenExamples } from '../examples/example-names.mjs';
import { root } from '../setup/project.mjs';

/**
 * A plugin for web-test-runner with the command `examples`: the names of the examples that this run is about, those that have
 * the folder given, such as `conformance`.
 * @returns {import('@web/test-runner').TestRunnerPlugin<string>}
 */
export function examplesPlugin() {
  return {
    name: 'examples',
    executeCommand({ command, payload }) {
      if (command !== 'examples' || !payload) return undefined;
      const names = chosenExamples(process.env.ROKT_UPSELL_EXAMPLES);
      return names.filter((name) => existsSync(join(root, exampleFolder(name), payload)));
    },
  };
}
