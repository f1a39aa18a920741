import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engines that tests run in, in the order in which they are named. */
export const engineNames = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/**
 * @typedef {(typeof engineNames)[number]} EngineName
 * @typedef {{ driver: string, display: string, browser: string }} WebKitPrograms
 * @typedef {{ chromium?: string, firefox?: string, webkit?: WebKitPrograms }} Engines what to start for each engine
 */

const { env } = process;
const windowsFolders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
  (folder) => folder !== undefined,
);
const applications = '/Applications';

const chromiums = {
  chosen: [env.CHROME_PATH, env.CHROMIUM],
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  paths: [
    join(applications, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(applications, 'Chromium.app/Contents/MacOS/Chromium'),
    join(applications, 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
    ...windowsFolders.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ...windowsFolders.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
  ],
};

const firefoxes = {
  chosen: [env.FIREFOX],
  commands: ['firefox-esr', 'firefox'],
  paths: [
    join(applications, 'Firefox.app/Contents/MacOS/firefox'),
    ...windowsFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  ],
};

/**
 * The engines of this machine, each with what starts it.
 * @returns {Engines}
 */
export function findEngines() {
  const all = { chromium: findBrowser(chromiums), firefox: findBrowser(firefoxes), webkit: findWebKit() };
  return Object.fromEntries(Object.entries(all).filter(([, engine]) => engine !== undefined));
}

/** @param {{ chosen: (string | undefined)[], commands: string[], paths: string[] }} places */
function findBrowser({ chosen, commands, paths }) {
  return [...chosen, ...commands.map(findCommand), ...paths].find(isProgram);
}

/**
 * WebKitGTK needs its driver, its browser and, since it has no headless mode, a display.
 * @returns {WebKitPrograms | undefined}
 */
function findWebKit() {
  const driver = findCommand('WebKitWebDriver');
  const display = findCommand('Xvfb');
  const browser = webkitFolders()
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isProgram);
  return driver && display && browser ? { driver, display, browser } : undefined;
}

function webkitFolders() {
  const libraries = ['/usr/libexec', '/usr/lib64', '/usr/lib', ...foldersIn('/usr/lib')];
  return libraries.flatMap((folder) =>
    foldersIn(folder).filter((path) => /\/webkit2?gtk-[\d.]+$/.test(path)),
  );
}

/** @param {string} parent */
function foldersIn(parent) {
  try {
    const entries = readdirSync(parent, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name));
  } catch {
    return []; // A place of another system.
  }
}

/** @param {string} command */
function findCommand(command) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find(isProgram);
}

/**
 * @param {string | undefined} path
 * @returns {path is string}
 */
function isProgram(path) {
  if (path === undefined) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not ours to run.
  }
}
