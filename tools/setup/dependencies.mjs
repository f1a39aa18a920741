import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machinePath, ownNode, root } from './project.mjs';
import { run } from './run.mjs';
import { Trouble } from './trouble.mjs';

const limit = 10 * 60_000;
/** What to do where the registry cannot be reached. */
export const noNetwork = 'The package registry cannot be reached: connect to the network and run this again.';

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|E?TIMEDOUT|ERR_SOCKET_TIMEOUT)\b/;

/** Whether npm has failed for want of a network. @param {string} output */
export function isUnreachable(output) {
  return unreachable.test(output);
}

/** Installs the locked dependencies unless they are there already; comparing takes a few milliseconds. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log('Installing the dependencies (this once) …');
  const started = Date.now();
  // Without a network `npm ci` would empty node_modules and try for minutes.
  const ping = await npm([
    'ping',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-timeout=15000',
  ]);
  if (ping.timedOut || isUnreachable(ping.output)) throw new Trouble(noNetwork);
  const installation = await npm(['ci', '--no-audit', '--no-fund', '--no-progress']);
  if (installation.code !== 0) throw new Trouble(installTrouble(installation));
  if (!dependenciesAreCurrent()) {
    throw new Trouble('npm installed other dependencies than package-lock.json asks for.');
  }
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** @param {string[]} args */
function npm(args) {
  return run('npm', args, { limit, env: { PATH: machinePath() }, shell: process.platform === 'win32' });
}

/** True when node_modules holds exactly the locked versions: npm notes there what it installed. */
function dependenciesAreCurrent() {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const locked = packagesOf(join(root, 'package-lock.json'));
  if (!installed || !locked || !existsSync(ownNode)) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} file a lock file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/**
 * One line that says why npm failed and what to do.
 * @param {import('./run.mjs').RunResult} result
 */
function installTrouble({ code, output, timedOut }) {
  if (timedOut) return `Installing the dependencies was ended after ${limit / 60_000} minutes.`;
  if (isUnreachable(output)) return noNetwork;
  const reason = output.match(/^npm (?:error|ERR!) (?!code )(.+)$/m)?.[1] ?? output.trim().split('\n').at(-1);
  return `npm ci failed (${code ?? 'not started'}): ${reason}`;
}
