import { join } from 'node:path';
import { PATIENCE } from '../check/patience.mjs';
import { ownNode, root } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';

/**
 * A plugin for web-test-runner with the command `rokt-upsell`, which runs the built command of that name with the
 * arguments given and answers with what it wrote: `await executeServerCommand('rokt-upsell', ['headers', …])`.
 * @returns {import('@web/test-runner').TestRunnerPlugin<string[]>}
 */
export function commandPlugin() {
  return {
    name: 'rokt-upsell',
    async executeCommand({ command, payload }) {
      if (command !== 'rokt-upsell' || !payload) return undefined;
      const bin = join(root, 'dist', 'command', 'bin.js');
      const { code, output } = await run(ownNode, [bin, ...payload], { limit: PATIENCE.fact });
      if (code !== 0) throw new Error(output);
      return output;
    },
  };
}
