import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { findStrace } from '../../../tools/setup/strace.mjs';

/** What a service did that counts here, in order: a write to the log of its database, a sync of that, an answer of 200. */
export type Step = 'write' | 'sync' | 'answer';

/** Why there is nothing to be seen; `steps` resolves once the process that was watched has ended. */
export type Watched = { readonly obstacle: string } | { readonly steps: () => Promise<Step[]> };

const CALLS = 'trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg';

/** Watches the system calls of a process from now on; `file` is where they are written down. */
export async function watch(pid: number, file: string): Promise<Watched> {
  const strace = findStrace();
  if (strace === undefined) return { obstacle: 'strace is not installed' };
  const args = ['-f', '-yy', '-s', '16', '-o', file, '-e', CALLS, '-p', String(pid)];
  const tracer = spawn(strace, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(tracer, 'exit');
  const said = text(tracer.stderr);
  const attached = once(tracer.stderr, 'data');
  const isAttached = await Promise.race([attached.then(([line]) => /attached/.test(String(line))), ended]);
  if (isAttached !== true) return { obstacle: `strace may not: ${(await said).trim()}` };
  return {
    async steps() {
      await ended;
      return toSteps(readFileSync(file, 'utf8').split('\n'), pid);
    },
  };
}

/** A sync that another thread’s call has interrupted counts when it comes back. */
function toSteps(lines: readonly string[], pid: number): Step[] {
  const steps: Step[] = [];
  let isSyncing = false;
  for (const line of lines) {
    // All is done in the first thread: what others write down in between is of no matter.
    if (!line.startsWith(`${pid} `)) continue;
    const isLog = line.includes('-wal>');
    const isSync = /\bf(?:data)?sync\b/.test(line);
    if (isSync && isLog && line.includes('<unfinished')) isSyncing = true;
    else if (isSync && / = 0$/.test(line) && (isLog || isSyncing)) {
      steps.push('sync');
      isSyncing = false;
    } else if (isLog) steps.push('write');
    else if (line.includes('"HTTP/1.1 200 ')) steps.push('answer');
  }
  return steps;
}
