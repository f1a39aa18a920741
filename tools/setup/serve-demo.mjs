import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onEnd } from './on-end.mjs';
import { ownNode, root } from './project.mjs';

/**
 * Resolves with the demo server's exit code. When this program is ended it ends the server, and that is well.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function serveDemo(args) {
  const server = spawn(ownNode, [join('demo', 'server.mjs'), ...args], { cwd: root, stdio: 'inherit' });
  let stopping = false;
  onEnd(() => {
    stopping = true;
    server.kill('SIGTERM');
  });
  return new Promise((resolve) => server.once('exit', (code) => resolve(stopping ? 0 : (code ?? 1))));
}
