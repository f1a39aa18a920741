import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoServer } from '../../demo/server.mjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';

const folder = join(import.meta.dirname, 'baseline');

/** The pictures of one engine as they were when they were last looked at. */
export class Baseline {
  readonly #engine: string;
  readonly #stamp: string;

  /** @param version of the browser: with the fonts of this machine it is what pictures depend on besides ourselves */
  constructor(engine: string, version: string) {
    this.#engine = engine;
    this.#stamp = `${version}, fonts ${fonts()}\n`;
  }

  /** True where its pictures were taken by this browser with these fonts. */
  get isOfThisMachine(): boolean {
    const file = this.#file('stamp.txt');
    return existsSync(file) && readFileSync(file, 'utf8') === this.#stamp;
  }

  read(name: string): Uint8Array {
    return readFileSync(this.#file(`${name}.png`));
  }

  write(name: string, picture: Uint8Array): void {
    mkdirSync(join(folder, this.#engine), { recursive: true });
    writeFileSync(this.#file(`${name}.png`), picture);
    writeFileSync(this.#file('stamp.txt'), this.#stamp);
  }

  #file(name: string): string {
    return join(folder, this.#engine, name);
  }
}

/** What was before this commit: the demo of the one before, or of the last one where something is not committed yet. */
export async function serveParent() {
  const parent = parentCommit();
  if (!parent) return undefined;
  const place = mkdtempSync(join(tmpdir(), 'rokt-upsell-parent-'));
  const remove = () => {
    git('worktree', 'remove', '--force', place);
    rmSync(place, { recursive: true, force: true });
  };
  git('worktree', 'add', '--detach', place, parent);
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  const { code, output } = await run(ownNode, [join(place, 'tools', 'build.mjs')], { limit: PATIENCE.file });
  if (code !== 0 || !existsSync(join(place, 'demo', 'gallery.html'))) {
    remove();
    if (code !== 0) throw new Error(output);
    return undefined;
  }
  const server = await startDemoServer({ port: 0, root: place });
  const stop = async () => {
    await server.close();
    remove();
  };
  return { url: server.url, stop };
}

/** The pictures that this commit changes, so that somebody has looked at them: `engine/name`. */
export function changedPictures(): ReadonlySet<string> {
  const parent = parentCommit();
  if (!parent) return new Set();
  const files = git('diff', '--name-only', parent, '--', folder).split('\n');
  return new Set(
    files.map((file) =>
      file
        .split('/')
        .slice(-2)
        .join('/')
        .replace(/\.png$/, ''),
    ),
  );
}

/** Undefined where there is no history, as in a copy without it. */
function parentCommit(): string | undefined {
  try {
    const isClean = git('status', '--porcelain', '--', 'src', 'demo', folder) === '';
    return git('rev-parse', '--verify', isClean ? 'HEAD^' : 'HEAD');
  } catch {
    return undefined;
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}

/** Which fonts there are, in short. */
function fonts(): string {
  let list = process.platform as string;
  try {
    list = execFileSync('fc-list', [':', 'family', 'style', 'fontversion'], { encoding: 'utf8' });
  } catch {
    // Without fontconfig the system has to do: its fonts come with it.
  }
  const sorted = list.split('\n').sort().join('\n');
  return createHash('sha256').update(sorted).digest('hex').slice(0, 16);
}
