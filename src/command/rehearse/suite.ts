import { type ChildProcess, spawn } from 'node:child_process';

/** How a suite ended. */
export interface SuiteEnd {
  readonly isPassed: boolean;
  /** `exit code 1`, `SIGKILL`, or that it took too long. */
  readonly how: string;
  /** The end of what it has written. */
  readonly output: string;
}

/** What is run, and how. */
export interface SuiteRun {
  readonly command: readonly string[];
  /** Beside what this process has. */
  readonly env: Readonly<Record<string, string>>;
  /** ms that it may take. */
  readonly limit: number;
  /** Ends it at once. */
  readonly signal: AbortSignal;
}

/** How much of what a suite writes is kept. */
const KEPT = 16_384;

/** On Windows a command such as npm is a script, and there are no process groups. */
const isWindows = process.platform === 'win32';

/**
 * Runs a suite to its end, and ends whatever it has left running.
 *
 * @throws {Error} when it cannot be started
 */
export async function runSuite({ command, env, limit, signal }: SuiteRun): Promise<SuiteEnd> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    // Node's test runner does nothing where it is told that it runs in another.
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: isWindows,
    detached: !isWindows,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-KEPT);
    });
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limit);
  const over = AbortSignal.any([signal, late.signal]);
  const stop = () => endAll(child);
  over.addEventListener('abort', stop);
  try {
    const how = await ended(child);
    const isLate = late.signal.aborted;
    const isPassed = how === 'exit code 0' && !isLate;
    return { isPassed, how: isLate ? `took more than ${limit / 1_000} s` : how, output };
  } finally {
    clearTimeout(timer);
    over.removeEventListener('abort', stop);
  }
}

async function ended(child: ChildProcess): Promise<string> {
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const how = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code ?? 'unknown'}`));
  });
  // Servers that it has left behind hold its output open.
  endAll(child);
  await closed;
  return how;
}

/** Ends the suite with all that it has started. */
function endAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of it runs any more.
  }
}
