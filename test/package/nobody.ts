import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { plainEnvironment } from '../support/plain-environment.ts';

const NOBODY = 65_534;

/** An empty folder of a user without rights, or of the one who runs the tests where that is not root, and what is done in it. */
export function openFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-production-'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const start = (command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    return spawn(command, args, {
      ...user,
      cwd: folder,
      env: { ...plainEnvironment(), PATH: path, HOME: folder, ...env },
    });
  };
  return {
    folder,
    start,
    /** Runs a command to its end. */
    async run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
      const child = start(command, args, env);
      const closed = once(child, 'close') as Promise<[number | null]>;
      const said = Promise.all([text(child.stdout), text(child.stderr)]);
      const [[out, err], [code]] = await Promise.all([said, closed]);
      return { code, out, err };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
