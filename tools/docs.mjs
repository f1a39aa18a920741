import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite, built } from './docs/build-site.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { onEnd } from './setup/on-end.mjs';
import { endTogether } from './setup/run.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/**
 * `npm run docs [-- --port N]`: installs and builds what is missing or old of the documentation site, and serves it until Ctrl-C;
 * with `--build` it only builds, and says where.
 */
await program(async () => {
  const forget = endTogether();
  const { port, isServed } = readArguments();
  await ensureDependencies();
  await ensureBuild();
  await buildSite();
  forget();
  if (!isServed) {
    console.log(`The documentation is in ${relative(process.cwd(), built)}`);
    return;
  }
  // What is installed is there by now.
  const { serveFolder } = await import('./browsers/serve-folder.mjs');
  const served = await serveFolder(built, { port, missing: '404.html' }).catch((error) => {
    throw new Trouble(`The port ${port} cannot be had: ${error.message}`);
  });
  console.log(`The documentation is at ${served.url}`);
  await new Promise((resolve) => onEnd(() => resolve(undefined)));
  await served.close();
});

function readArguments() {
  let read;
  try {
    const options = /** @type {const} */ ({ build: { type: 'boolean' }, port: { type: 'string' } });
    read = parseArgs({ args: process.argv.slice(2), options });
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
  const { port: text = '8100', build } = read.values;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Trouble(`A port is a whole number from 0 to 65535, not ${text}.`);
  return { port, isServed: build !== true };
}
