import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Debian's packages for the three engines, with the display and the fonts that they need. */
const packages = [
  ['chromium', 'chromium-driver', 'firefox-esr', 'webkit2gtk-driver'],
  ['xvfb', 'xauth', 'dbus', 'dbus-x11', 'fonts-dejavu-core', 'fonts-vlgothic', 'procps'],
].flat();

/** Debian's PostgreSQL: its programs alone are used, by servers of the tests' own. */
const postgres = ['postgresql'];

const aptGet = '/usr/bin/apt-get';
const lock = 'DPkg::Lock::Timeout=500';
const options = { limit: 12 * 60_000, env: { DEBIAN_FRONTEND: 'noninteractive' } };

/** True where packages can be installed without asking anybody: as root on Debian and its like. */
export function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync(aptGet);
}

/** Installs the three engines. */
export function installEngines() {
  return install('the browsers', packages);
}

/** Installs PostgreSQL. */
export function installPostgres() {
  return install('PostgreSQL', postgres);
}

/** Installs strace, by which a test sees what is synced to the disk. */
export function installStrace() {
  return install('strace', ['strace']);
}

/**
 * Installs packages; what went wrong is said in one line, and the tests go on with what is there.
 * @param {string} what
 * @param {string[]} names
 */
async function install(what, names) {
  console.log(`Installing ${what} with apt-get (this once) …`);
  const started = Date.now();
  const update = await run(aptGet, ['-o', lock, 'update'], options);
  const installation = await run(
    aptGet,
    ['-o', lock, 'install', '-y', '--no-install-recommends', ...names],
    options,
  );
  if (installation.code === 0)
    return console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  const output = `${update.output}\n${installation.output}`;
  const reason = installation.timedOut
    ? 'it took too long'
    : (output.match(/^E: (.+)$/m)?.[1] ?? output.trim().split('\n').at(-1));
  console.log(`apt-get could not install ${what}: ${reason}`);
}
