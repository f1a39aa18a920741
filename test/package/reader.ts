import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { machinePath } from '../../tools/setup/project.mjs';
import { plainEnvironment } from '../support/plain-environment.ts';
import { startRegistry } from './registry.ts';

export type Reader = Awaited<ReturnType<typeof openReader>>;

/** Resolves when a program has written that, with the first group. */
export type Says = (pattern: RegExp) => Promise<string>;

/** Somebody who follows the pages in a shell, in an empty folder, with a registry that has this package as it would be published. */
export async function openReader() {
  const registry = await startRegistry();
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-reader-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const env = {
    ...plainEnvironment(),
    PATH: `${dirname(process.execPath)}:${machinePath()}`,
    npm_config_registry: registry.url,
    npm_config_cache: join(folder, '.npm'),
    npm_config_update_notifier: 'false',
    // Any free one, where the pages have 4010.
    ROKT_UPSELL_PORT: '0',
  };
  // A group of its own: npx does not hand on what ends it.
  const start = (commands: string) =>
    spawn('sh', ['-c', `set -eu\n${commands}`], { cwd: folder, env, detached: true });
  const reader = {
    folder,
    write: (name: string, content: string) => writeFileSync(join(folder, name), content),
    /** Runs commands to their end. */
    async run(commands: string) {
      const child = start(commands);
      const closed = once(child, 'close') as Promise<[number | null]>;
      const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
      return { code, out, err };
    },
    /** Runs commands of which the last one goes on; acts meanwhile, and ends it. Gives all that it wrote. */
    async whileRunning(commands: string, act: (says: Says) => Promise<void>): Promise<string> {
      const child = start(commands);
      const closed = once(child, 'close');
      const errors = text(child.stderr);
      let said = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
      });
      try {
        await act(listener(child, () => said, errors));
      } finally {
        endGroup(child);
        await closed;
      }
      return said;
    },
    /** The same where the last one is the service; acts once it is ready. */
    whileServing: (commands: string, act: (url: string, says: Says) => Promise<void>) =>
      reader.whileRunning(commands, async (says) => act(await says(/ready at (http:[^\s"]+)/), says)),
    close() {
      registry.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return reader;
}

/** What waits for words of a child; rejects with what it wrote where it ends before. */
function listener(child: ChildProcess, said: () => string, errors: Promise<string>): Says {
  const ended = once(child, 'close').then(async () => Promise.reject(new Error(said() + (await errors))));
  ended.catch(() => undefined);
  return async (pattern) => {
    for (;;) {
      const found = pattern.exec(said());
      if (found) return found[1] ?? '';
      await Promise.race([once(child.stdout!, 'data'), ended]);
    }
  };
}

function endGroup({ pid }: ChildProcess) {
  try {
    process.kill(-(pid ?? 0), 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
