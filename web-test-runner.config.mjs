import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { commandPlugin } from './tools/browsers/command-plugin.mjs';
import { examplesPlugin } from './tools/browsers/examples-plugin.mjs';
import { launchers } from './tools/browsers/launchers.mjs';
import { matrixReporter } from './tools/browsers/matrix-reporter.mjs';
import { scriptServerPlugin } from './tools/browsers/script-server-plugin.mjs';
import { sdkPlusPlugin } from './tools/browsers/sdk-plus-plugin.mjs';
import { servicePlugin } from './tools/browsers/service-plugin.mjs';
import { viewportPlugin } from './tools/browsers/viewport.mjs';
import { countsReporter } from './tools/check/browser-reporter.mjs';
import { PATIENCE } from './tools/check/patience.mjs';
import { freePort } from './tools/setup/free-port.mjs';

const { ROKT_UPSELL_COUNTS: counts, ROKT_UPSELL_TABLE: table } = process.env;

/** Tests in real browsers, straight from the sources; the project's folder is the server's root. */
export default {
  files: 'test/**/*.browser.test.ts',
  // The runner would count up from 8000, and two of them would meet there.
  port: await freePort(),
  middleware: [serveAssets],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: './tsconfig.json' }),
    viewportPlugin(),
    scriptServerPlugin(),
    commandPlugin(),
    servicePlugin(),
    sdkPlusPlugin(),
    examplesPlugin(),
  ],
  browsers: launchers(),
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: PATIENCE.start,
  testsStartTimeout: PATIENCE.start,
  testsFinishTimeout: PATIENCE.file,
  testFramework: { config: { timeout: PATIENCE.test } },
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) =>
    !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), matrixReporter(table), ...(counts ? [countsReporter(counts)] : [])],
};

/**
 * The demo's pictures, where its pages have them.
 * @param {{ path: string }} context
 * @param {() => Promise<unknown>} next
 */
function serveAssets(context, next) {
  if (context.path.startsWith('/assets/')) context.path = `/demo${context.path}`;
  return next();
}
