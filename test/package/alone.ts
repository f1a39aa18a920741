import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { plainEnvironment } from '../support/plain-environment.ts';
import { outputOf, pack } from './packed.ts';

type Environment = Readonly<Record<string, string>>;

/** A machine that is busy with other tests is no reason to refuse a call. */
const UNHURRIED: Environment = { ROKT_UPSELL_MAX_LOOP_DELAY: '0' };

export type Alone = ReturnType<typeof openAlone>;

/** The published package in an otherwise empty folder: not even its own dependencies are there. */
export function openAlone() {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-alone-'));
  const home = join(folder, 'node_modules', 'rokt-upsell');
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, pack(folder)), '-C', home, '--strip-components=1']);
  const bin = join(home, 'dist', 'command', 'bin.js');
  const running: ChildProcess[] = [];
  const start = (node: string, args: readonly string[], env: Environment) => {
    const child = spawn(node, [bin, 'serve', '--port', '0', ...args], {
      cwd: folder,
      env: { ...plainEnvironment(), ...UNHURRIED, ...env },
    });
    running.push(child);
    return child;
  };
  return {
    folder,
    /** Runs a JavaScript module in the folder and returns all that it wrote, after `preload`, if there is one. */
    run: (code: string, preload?: string) => {
      const before = preload === undefined ? [] : ['--import', preload];
      return outputOf(process.execPath, [...before, '--input-type=module', '-e', code], folder);
    },
    /** Runs the command to its end. */
    command: (...args: string[]) => runCommand([bin, ...args], folder),
    /** Starts the command, and resolves at its end: what this process does meanwhile goes on. */
    start: (...args: string[]) => startCommand([bin, ...args], folder),
    /** Runs the command on a Node that says it is another. */
    commandOn: (preload: string, ...args: string[]) =>
      runCommand(['--import', preload, bin, ...args], folder),
    /** Starts `rokt-upsell serve` and waits until it says that it is ready. */
    serve: (args: readonly string[], node = process.execPath, env: Environment = {}) =>
      untilReady(start(node, args, env)),
    /** Writes a JSON file into the folder, and gives its name. */
    write(name: string, json: unknown) {
      writeFileSync(join(folder, name), JSON.stringify(json));
      return name;
    },
    close() {
      for (const child of running) child.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    },
  };
}

function runCommand(args: readonly string[], cwd: string) {
  const {
    status: code,
    stdout: out,
    stderr: err,
  } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', env: plainEnvironment() });
  return { code, out, err };
}

async function startCommand(args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, args, { cwd, env: plainEnvironment() });
  const closed = once(child, 'close') as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, out, err };
}

async function untilReady(child: ReturnType<typeof spawn>) {
  if (!child.stdout || !child.stderr) throw new Error('expected pipes');
  const errors = text(child.stderr);
  let said = '';
  const heard = new EventTarget();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    heard.dispatchEvent(new Event('said'));
  });
  const says = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found[1] ?? '';
      await once(heard, 'said');
    }
  };
  const failed = once(child, 'exit').then(async () => Promise.reject(new Error(await errors)));
  failed.catch(() => undefined);
  const url = await Promise.race([says(/ready at (http:[^\s"]+)"?}?\n/), failed]);
  return {
    url,
    pid: child.pid,
    /** Resolves when it has said that, with the first group. */
    says,
    /** All that it has said so far. */
    said: () => said,
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** Resolves with its exit code when its process has ended, however. */
    gone: once(child, 'exit').then(([code]) => code as number | null),
    async stop() {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      const [code] = (await closed) as [number | null];
      return { code, stderr: await errors };
    },
  };
}
