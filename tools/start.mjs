import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIsCurrent } from './setup/build-state.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { onEnd } from './setup/on-end.mjs';
import { ownNode, root } from './setup/project.mjs';
import { endTogether, run } from './setup/run.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/** `npm start`: installs and builds what is missing or old, then serves the demo until Ctrl-C. Arguments go to the server. */
await program(async () => {
  const forget = endTogether();
  await ensureDependencies();
  if (!buildIsCurrent()) await build();
  forget();
  process.exitCode = await serve(process.argv.slice(2));
});

async function build() {
  console.log('Building …');
  const { code, output } = await run(ownNode, ['tools/build.mjs'], { limit: 5 * 60_000 });
  if (code !== 0) throw new Trouble(output.trim());
}

/**
 * Resolves with the server's exit code. When this program is ended it ends the server, and that is well.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function serve(args) {
  const server = spawn(ownNode, [join('demo', 'server.mjs'), ...args], { cwd: root, stdio: 'inherit' });
  let stopping = false;
  onEnd(() => {
    stopping = true;
    server.kill('SIGTERM');
  });
  return new Promise((resolve) => server.once('exit', (code) => resolve(stopping ? 0 : (code ?? 1))));
}
