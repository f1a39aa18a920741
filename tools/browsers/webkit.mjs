import { webdriverLauncher } from '@web/test-runner-webdriver';
import { startWebKit } from './webkit-driver.mjs';

/**
 * WebKitGTK for web-test-runner: its driver and display start with the first test and end with the last.
 * @param {import('../setup/engines.mjs').WebKitPrograms} programs
 */
export function webkitLauncher(programs) {
  const options = {
    hostname: '127.0.0.1',
    port: 0,
    path: '/',
    logLevel: /** @type {const} */ ('error'),
    connectionRetryCount: 3,
    capabilities: {
      browserName: 'MiniBrowser',
      // The runner hears from the page itself; a page whose script never answers would never have loaded.
      pageLoadStrategy: /** @type {const} */ ('none'),
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation', '--full-screen'] },
    },
  };
  const launcher = webdriverLauncher(options);
  /** @type {ReturnType<typeof startWebKit> | undefined} */
  let webkit;
  const { initialize, startSession, stop } = launcher;

  launcher.initialize = async (config) => {
    await initialize.call(launcher, config);
    launcher.name = 'WebKitGTK';
  };
  launcher.startSession = async (id, url) => {
    webkit ??= startWebKit(programs);
    options.port = (await webkit).port;
    await startSession.call(launcher, id, url);
  };
  launcher.stop = async () => {
    await stop.call(launcher);
    await (await webkit)?.stop();
  };
  return Object.assign(launcher, { concurrency: 1 });
}
