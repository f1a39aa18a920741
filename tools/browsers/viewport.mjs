/**
 * A plugin for web-test-runner with the command `viewport`, which resizes the page to `{width, height}` in every engine:
 * `await executeServerCommand('viewport', { width: 360, height: 800 })`. The runner's own `setViewport` fails in WebKit.
 * @returns {import('@web/test-runner').TestRunnerPlugin<{ width: number, height: number }>}
 */
export function viewportPlugin() {
  return {
    name: 'viewport',
    async executeCommand({ command, payload, session }) {
      if (command !== 'viewport' || !payload) return undefined;
      const { width, height } = payload;
      const browser = /** @type {any} */ (session.browser);
      if (browser.type === 'puppeteer') await browser.getPage(session.id).setViewport({ width, height });
      else await resizeWindow(browser.driver, width, height);
      return true;
    },
  };
}

/**
 * A driver sizes the window, so the page's frame is added.
 * @param {any} driver
 * @param {number} width
 * @param {number} height
 */
async function resizeWindow(driver, width, height) {
  const [innerWidth, innerHeight] = await driver.execute('return [innerWidth, innerHeight]');
  const outer = await driver.getWindowRect();
  await driver.setWindowRect(
    null,
    null,
    outer.width + width - innerWidth,
    outer.height + height - innerHeight,
  );
}
