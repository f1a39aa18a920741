import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoServer } from '../../demo/server.mjs';
import { PATIENCE } from '../../tools/check/patience.mjs';
import { ownNode, root } from '../../tools/setup/project.mjs';
import { run } from '../../tools/setup/run.mjs';

/** A demo that is served. */
interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** What git knows of a project with pictures: how it was before this commit, and which of the pictures the commit changes. */
export class History {
  readonly #root: string;
  readonly #pictures: string;
  #served: Promise<Served | undefined> | undefined;

  /** @param projectRoot its folder @param pictures the folder of its pictures */
  constructor(projectRoot: string, pictures: string) {
    this.#root = projectRoot;
    this.#pictures = pictures;
  }

  /**
   * The demo of the commit before, or of the last one where something is not committed yet, built and served when it is first asked
   * for; undefined where there is no such commit, or it had no gallery.
   */
  serveParent(): Promise<Served | undefined> {
    this.#served ??= this.#serve();
    return this.#served;
  }

  /** The pictures that this commit changes or adds, so that somebody has looked at them: `engine/name`. */
  changedPictures(): ReadonlySet<string> {
    const parent = this.#parent();
    if (!parent) return new Set();
    const changed = this.#git('diff', '--name-only', parent, '--', this.#pictures);
    const added = this.#git('ls-files', '--others', '--exclude-standard', '--full-name', this.#pictures);
    const files = `${changed}\n${added}`.split('\n').filter((file) => file.endsWith('.png'));
    return new Set(
      files.map((file) =>
        file
          .replace(/\.png$/, '')
          .split('/')
          .slice(-2)
          .join('/'),
      ),
    );
  }

  async stop(): Promise<void> {
    await (await this.#served)?.stop();
  }

  async #serve(): Promise<Served | undefined> {
    const parent = this.#parent();
    if (!parent) return undefined;
    const place = mkdtempSync(join(tmpdir(), 'rokt-upsell-parent-'));
    const remove = () => {
      this.#git('worktree', 'remove', '--force', place);
      rmSync(place, { recursive: true, force: true });
    };
    this.#git('worktree', 'add', '--detach', place, parent);
    symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
    const { code, output } = await run(ownNode, [join(place, 'tools', 'build.mjs')], {
      limit: PATIENCE.file,
    });
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

  /** Undefined where there is no history, as in a copy without it. */
  #parent(): string | undefined {
    try {
      const isClean = this.#git('status', '--porcelain', '--', 'src', 'demo', this.#pictures) === '';
      return this.#git('rev-parse', '--verify', isClean ? 'HEAD^' : 'HEAD');
    } catch {
      return undefined;
    }
  }

  #git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.#root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }
}
