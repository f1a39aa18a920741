import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onEnd } from './on-end.mjs';
import { root } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {number} limit time limit in ms; the program and what it started are ended then
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd] where it runs; the project's folder by default
 * @property {boolean} [shell] needed for `npm`, which is a batch file on Windows
 */

/**
 * @typedef {object} RunResult
 * @property {number | null} code null when the program was ended by a signal or could not be started
 * @property {string} output what it wrote, both streams in order of arrival
 * @property {boolean} timedOut
 */

/** Time in ms that an ended program has for ending its own children, such as browsers. */
const grace = 5000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** True once this program is being ended; what its own programs still answer then is of no interest. */
let ending = false;

/**
 * Runs a program to its end and resolves with what came of it; it never rejects.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { limit, env, cwd = root, shell = false }) {
  return new Promise((resolve) => {
    // Its own group, so that its children end with it.
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, NO_COLOR: '1', ...env },
      detached,
      shell,
    });
    child.stdin.end();
    running.add(child);
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      end(child);
    }, limit);
    const settle = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      if (!ending) resolve({ code, output, timedOut });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => {
      output += error.message;
      settle(null);
    });
    child.once('close', settle);
  });
}

/**
 * Ctrl-C and its like end the programs that still run, then this one.
 * @returns {() => void} leaves the signals alone again
 */
export function endTogether() {
  return onEnd(async () => {
    ending = true;
    await Promise.all([...running].map(end));
    process.exit(130);
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  signalGroup(child, 'SIGTERM');
  const forced = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(forced);
  // What the program left behind in its group would keep its pipes, and so us, open.
  signalGroup(child, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone: nothing is left to end.
  }
}
