import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { PATIENCE } from '../check/patience.mjs';
import { engineNames, findEngines } from '../setup/engines.mjs';
import { webkitLauncher } from './webkit.mjs';

/**
 * Launchers for web-test-runner: the engines that `ROKT_UPSELL_ENGINES` names, or all that this machine has.
 * One page at a time in each, since focus and keyboard belong to the page in front. Nothing asks the driver for requests: to be told of each
 * one, and to have its answer kept, costs Firefox as much as the tests do.
 */
export function launchers() {
  const engines = findEngines();
  const wanted = process.env.ROKT_UPSELL_ENGINES?.split(',') ?? engineNames;
  return [
    wanted.includes('chromium') && engines.chromium ? chromiumLauncher(engines.chromium) : [],
    wanted.includes('firefox') && engines.firefox ? firefoxLauncher(engines.firefox) : [],
    wanted.includes('webkit') && engines.webkit ? webkitLauncher(engines.webkit) : [],
  ].flat();
}

/**
 * `launchOptions.browser` stays unset: named, it silently turns coverage off.
 * @param {string} executablePath
 */
function chromiumLauncher(executablePath) {
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  const launchOptions = { executablePath, args, networkEnabled: false, timeout: PATIENCE.start };
  return chromeLauncher({ concurrency: 1, launchOptions, createPage });
}

/**
 * Firefox over WebDriver BiDi; with `puppeteer` given, the runner names it by `launchOptions.browser`.
 * @param {string} executablePath
 */
function firefoxLauncher(executablePath) {
  const launchOptions = /** @type {const} */ ({
    browser: 'firefox',
    networkEnabled: false,
    executablePath,
    timeout: PATIENCE.start,
  });
  return chromeLauncher({ puppeteer, concurrency: 1, launchOptions, createPage: createFirefoxPage });
}

/**
 * A page that waits as long as a loaded machine needs.
 * @param {{ context: import('puppeteer-core').BrowserContext }} options
 */
async function createPage({ context }) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE.start);
  return page;
}

/**
 * A page whose `setViewport` sets the size also where Firefox does not know what comes with it: Firefox 140 ESR has no
 * screen orientation to override, and puppeteer takes that for a failure. To go when the ESR is 153.
 * @param {{ context: import('puppeteer-core').BrowserContext }} options
 */
async function createFirefoxPage({ context }) {
  const page = await createPage({ context });
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    await setViewport(viewport).catch((/** @type {Error} */ error) => {
      if (!error.message.includes('unknown command emulation.setScreenOrientationOverride')) throw error;
    });
  };
  return page;
}
