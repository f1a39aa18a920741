import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PATIENCE } from '../check/patience.mjs';
import { ownNode } from '../setup/project.mjs';
import { Trouble } from '../setup/trouble.mjs';

/**
 * @typedef {object} Program
 * @property {() => string} output what it has written so far
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a program of Node's and resolves once it has written `ready`. Throws a Trouble with all that it has written when it does not.
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, ready: string }} options
 * @returns {Promise<Program>}
 */
export async function startProgram(args, { cwd, env, ready }) {
  const child = spawn(ownNode, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const isReady = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (output.includes(ready)) resolve(true);
      });
    child.once('exit', () => resolve(false));
    setTimeout(() => resolve(false), PATIENCE.start).unref();
  });
  // Also where this program is ended before it comes to stop().
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    child.kill('SIGTERM');
    const forced = setTimeout(end, PATIENCE.fact);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    clearTimeout(forced);
  };
  if (await isReady) return { output: () => output, stop };
  await stop();
  throw new Trouble(`${output.trim()}\n${args.slice(0, 2).join(' ')} did not start.`);
}
