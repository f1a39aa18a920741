import { run } from '../setup/run.mjs';
import { ownNode } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';

const modes = ['hosted', 'sdk-plus', 'offers'];

/**
 * The scripts that an upsell brings to a payment page, each way of it in turn, as the published command says them: CSV with a
 * head line, each script once.
 * @param {string} base where this version's files are served
 */
export async function scriptInventory(base) {
  /** @type {Set<string>} */
  const lines = new Set();
  for (const mode of modes) {
    const args = ['dist/command/bin.js', 'headers', '--mode', mode, '--base', base];
    const { code, output } = await run(ownNode, args, { limit: 60_000 });
    const [, inventory] = output.split(/^# Script inventory.*\n/m);
    if (code !== 0 || !inventory) throw new Trouble(`rokt-upsell headers --mode ${mode}\n${output.trim()}`);
    for (const line of inventory.trim().split('\n')) lines.add(line);
  }
  return `${[...lines].join('\n')}\n`;
}
