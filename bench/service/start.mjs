import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../../tools/setup/project.mjs';

/**
 * A server in a process of its own.
 *
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {(ask: string, input?: unknown) => Promise<any>} ask asks the process, by `servers/answer-parent.mjs`
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one of `servers/`, as `bundleServers` has made it.
 *
 * @param {string} name
 * @param {object} [options]
 * @param {{ nodeArgs?: string[] }} [more]
 * @returns {Promise<Server>}
 */
export async function start(name, options = {}, { nodeArgs = [] } = {}) {
  const server = run(
    join(root, `build/bench/${name}.js`),
    [JSON.stringify(options)],
    ['--disable-warning=ExperimentalWarning', ...nodeArgs],
  );
  return { ...server, url: await server.ask('url') };
}

/**
 * Runs a program that answers by `servers/answer-parent.mjs`, or is made to by `servers/tell-cpu.mjs`.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {string[]} nodeArgs
 */
export function run(program, args, nodeArgs) {
  const child = fork(program, args, {
    execArgv: nodeArgs,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const ask = asks(child);
  const gone = failure(child, program);
  return {
    pid: child.pid ?? 0,
    ask: (/** @type {string} */ what, /** @type {unknown} */ input) => Promise.race([ask(what, input), gone]),
    async stop() {
      gone.catch(() => undefined);
      const exit = once(child, 'exit');
      // It ends by itself then, and writes what it was told to profile.
      child.disconnect();
      await exit;
    },
  };
}

/** @param {import('node:child_process').ChildProcess} child @param {string} name @returns {Promise<never>} */
async function failure(child, name) {
  const [code] = await once(child, 'exit');
  throw new Error(`${name}: expected a server, got exit code ${code}`);
}

/**
 * What asks a child for something, by number.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function asks(child) {
  let last = 0;
  /** @type {Map<number, PromiseWithResolvers<any>>} */
  const open = new Map();
  child.on(
    'message',
    (/** @type {{ id: number, answer: unknown, error?: string }} */ { id, answer, error }) => {
      const waiting = open.get(id);
      open.delete(id);
      if (error === undefined) waiting?.resolve(answer);
      else waiting?.reject(new Error(error));
    },
  );
  return (/** @type {string} */ ask, /** @type {unknown} */ input) => {
    const waiting = Promise.withResolvers();
    last++;
    open.set(last, waiting);
    child.send({ id: last, ask, input });
    return waiting.promise;
  };
}
