import { parseArgs } from 'node:util';
import { buildExample } from './examples/build-example.mjs';
import { examplePages } from './examples/example-folder.mjs';
import { allExamples, checkedNames } from './examples/example-names.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { endTogether } from './setup/run.mjs';
import { serveDemo } from './setup/serve-demo.mjs';
import { program, Trouble } from './setup/trouble.mjs';

/**
 * `npm run examples -- vue [--port N]` installs and builds what is missing or old of an example and serves it until Ctrl-C;
 * with `--build` it only builds, one example or several.
 */
await program(async () => {
  const forget = endTogether();
  const { names, port, isServed } = readArguments();
  await ensureDependencies();
  await ensureBuild();
  const builds = await Promise.allSettled(names.map(buildExample));
  const failures = builds.filter((build) => build.status === 'rejected').map(({ reason }) => reason);
  const fault = failures.find((failure) => !(failure instanceof Trouble));
  if (fault) throw fault;
  if (failures.length > 0) throw new Trouble(failures.map(({ message }) => message).join('\n'));
  forget();
  if (!isServed) return;
  const pages = examplePages(names[0] ?? '');
  process.exitCode = await serveDemo(['--pages', pages, ...(port ? ['--port', port] : [])]);
});

function readArguments() {
  let read;
  try {
    const options = /** @type {const} */ ({ build: { type: 'boolean' }, port: { type: 'string' } });
    read = parseArgs({ args: process.argv.slice(2), allowPositionals: true, options });
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error));
  }
  const { positionals, values } = read;
  const names = checkedNames(positionals);
  const isServed = values.build !== true;
  if (names.length === 0 || (isServed && names.length > 1))
    throw new Trouble(`Name one example: npm run examples -- ${allExamples().join(' | ')}`);
  return { names, port: values.port, isServed };
}
