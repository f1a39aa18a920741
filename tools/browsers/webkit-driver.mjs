import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENCE } from '../check/patience.mjs';
import { freePort } from '../setup/free-port.mjs';
import { listens } from '../setup/listens.mjs';

/**
 * Starts a virtual display and WebKit's driver on a free port, with a home of their own.
 * @param {import('../setup/engines.mjs').WebKitPrograms} programs
 */
export async function startWebKit({ driver, display }) {
  const home = mkdtempSync(join(tmpdir(), 'rokt-upsell-webkit-'));
  const screen = spawn(display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const env = { ...process.env, ...quietDesktop(home), DISPLAY: await displayOf(screen) };
  const webdriver = spawn(driver, [`--port=${port}`], { stdio: 'ignore', env });
  await listens(port, AbortSignal.timeout(PATIENCE.start)).catch((cause) => {
    throw new Error(`WebKitWebDriver did not start within ${PATIENCE.start} ms`, { cause });
  });
  return {
    port,
    async stop() {
      await ended(webdriver);
      await ended(screen);
      try {
        rmSync(home, { recursive: true, force: true });
      } catch {
        // The desktop's portal has mounted something there, which goes when it ends; the system empties the folder in time.
      }
    },
  };
}

/**
 * No accessibility bus, no graphics card and nothing of the user's own settings.
 * @param {string} home
 */
function quietDesktop(home) {
  const folders = {
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  return { GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', GTK_A11Y: 'none', NO_AT_BRIDGE: '1', ...folders };
}

/**
 * The name of the display, which Xvfb writes to its fourth stream once it is up.
 * @param {import('node:child_process').ChildProcess} screen
 * @returns {Promise<string>}
 */
function displayOf(screen) {
  return new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb ended before it was ready')));
    let written = '';
    screen.stdio[3]?.on('data', (/** @type {Buffer} */ data) => {
      written += data;
      if (written.includes('\n')) resolve(`:${written.trim()}`);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 3000);
  await exit;
  clearTimeout(forced);
}
