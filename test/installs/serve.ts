import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../../tools/setup/free-port.mjs';

export interface Served {
  readonly url: string;
  close(): Promise<unknown>;
}

/** What a program serves that takes its port from `PORT`, or from its arguments, where `$PORT` stands for it. */
export async function serveByNode(args: readonly string[], folder: string): Promise<Served> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', NEXT_TELEMETRY_DISABLED: '1' };
  const words = args.map((word) => word.replace('$PORT', String(port)));
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  return {
    url,
    close() {
      const closed = once(child, 'close');
      child.kill();
      return closed;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}
