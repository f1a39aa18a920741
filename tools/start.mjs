import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureBuild } from './setup/ensure-build.mjs';
import { endTogether } from './setup/run.mjs';
import { serveDemo } from './setup/serve-demo.mjs';
import { program } from './setup/trouble.mjs';

/** `npm start`: installs and builds what is missing or old, then serves the demo until Ctrl-C. Arguments go to the server. */
await program(async () => {
  const forget = endTogether();
  await ensureDependencies();
  await ensureBuild();
  forget();
  process.exitCode = await serveDemo(process.argv.slice(2));
});
