import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';

/**
 * @typedef {object} Cluster
 * @property {string} url its first database, as its superuser
 * @property {() => string} log what the server has written so far
 * @property {() => Promise<void>} stop ends the server and takes its files away
 */

/** Where Debian and its like put the programs that are not on the path. */
const debian = '/usr/lib/postgresql';

/** The folder of PostgreSQL's own programs; undefined where there are none. @returns {string | undefined} */
export function findPostgres() {
  return [configuredFolder(), ...debianFolders()].find(
    (folder) => folder !== undefined && existsSync(join(folder, 'initdb')),
  );
}

function configuredFolder() {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined; // Not there.
  }
}

function debianFolders() {
  if (!existsSync(debian)) return [];
  const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debian, version, 'bin'));
}

/**
 * Starts a server of our own in a temporary folder, on a free port of this machine, open to everybody on it.
 * @param {string} programs
 * @returns {Promise<Cluster>}
 */
export async function startPostgres(programs) {
  const user = userToRunAs();
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), init, { ...user, stdio: 'pipe', cwd: folder });
  const port = await freePort();
  const logFile = join(folder, 'server.log');
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    deadlock_timeout: '200ms',
    max_connections: 200,
    fsync: 'off',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a');
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...options], {
    ...user,
    cwd: folder,
    stdio: ['ignore', log, log],
  });
  const read = () => readFileSync(logFile, 'utf8');
  // Also where this program is ended before it comes to stop(): SIGQUIT waits for nobody.
  const end = () => server.kill('SIGQUIT');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    // A fast shutdown: whoever is connected is let go.
    server.kill('SIGINT');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(server, read);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, log: read, stop };
}

/** PostgreSQL refuses to run as root: there it is Debian's own user. */
function userToRunAs() {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined) throw new Error('as root, PostgreSQL needs a user "postgres" to run as');
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Resolves once the server takes connections, as it says itself.
 * @param {import('node:child_process').ChildProcess} server
 * @param {() => string} read
 */
async function answers(server, read) {
  const deadline = Date.now() + 60_000;
  while (!read().includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${read()}`);
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not start in a minute:\n${read()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
