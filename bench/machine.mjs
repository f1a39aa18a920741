import { execFileSync } from 'node:child_process';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { findEngines } from '../tools/setup/engines.mjs';
import { findPostgres } from '../tools/setup/postgres.mjs';

/** The machine in a line: processors, memory, and the versions of what ran. No name of it. */
export function machineText() {
  const [processor] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const hardware = `${cpus().length} cores of ${processor?.model.trim()}, ${gigabytes} GB, ${platform()} ${arch()}`;
  return `${hardware}; ${versions().join(', ')}`;
}

function versions() {
  const { chromium, firefox } = findEngines();
  const postgres = findPostgres();
  const programs = [chromium, firefox, postgres === undefined ? undefined : join(postgres, 'postgres')];
  const own = [`Node ${process.versions.node}`, `SQLite ${process.versions.sqlite}`];
  return [...own, ...programs.filter((path) => path !== undefined).map(versionOf)];
}

/** @param {string} path */
function versionOf(path) {
  const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  // `postgres (PostgreSQL) 15.9 (Debian …)`, `Chromium 140.0.7339.80 built on Debian …`, `Mozilla Firefox 128.3.0esr`
  const [, name, version] = /(Chromium|Google Chrome|Firefox|PostgreSQL|Edge)\)? ([\d.]+)/.exec(said) ?? [];
  return name === undefined ? said.trim() : `${name} ${version}`;
}
