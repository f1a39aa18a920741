import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startDemoServer } from '../../demo/server.mjs';
import { Baseline } from './baseline.ts';
import { History } from './history.ts';
import { type Painter, paintersHere } from './painters.ts';
import { take } from './scene-pictures.ts';
import { judge } from './verdict.ts';

const picture = { name: 'box', query: '', width: 300 };
const [[engine, start] = []] = paintersHere();

/** The least of a project that has a gallery: what it looks like comes out of its build. */
const PROJECT = {
  'tools/build.mjs': `import { cpSync } from 'node:fs'; cpSync(new URL('../src', import.meta.url), new URL('../dist/script', import.meta.url), { recursive: true });`,
  'demo/gallery.html': `<!doctype html><link rel="stylesheet" href="/script/look.css"><header></header><main aria-busy="false">A box</main>`,
  '.gitignore': 'dist\nnode_modules\n',
};

describe('a picture of the gallery', () => {
  let painter: Painter;
  let folder: string;
  let history: History;
  before(async () => {
    painter = await start!();
  });
  after(() => painter.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-history-'));
    history = new History(folder, pictures());
  });
  afterEach(async () => {
    await history.stop();
    rmSync(folder, { recursive: true });
  });

  const pictures = () => join(folder, 'test', 'gallery', 'baseline');
  const git = (...args: string[]) => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@localhost', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  };
  const write = (files: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'One more');
  };
  const dress = (colour: string) => write({ 'src/look.css': `main { height: 80px; background: ${colour} }` });
  /** A project with one commit, in which the box is red. */
  const setUp = () => {
    write(PROJECT);
    git('init', '--quiet');
    dress('red');
    commit();
  };
  /** Takes the picture of the project as it is now. */
  const paintNow = async () => {
    execFileSync(process.execPath, [join(folder, 'tools', 'build.mjs')]);
    const server = await startDemoServer({ port: 0, root: folder });
    const painted = await take(painter, server.url, picture);
    await server.close();
    return painted;
  };
  const baselineOf = (version: string) => new Baseline(join(pictures(), engine!), version);
  /** Keeps the picture as a baseline of that version. */
  const keep = async (version: string) => baselineOf(version).write(picture.name, await paintNow());
  const judgeNow = async () => {
    const baseline = baselineOf(painter.version);
    const paint = (url: string) => take(painter, url, picture);
    return judge(picture.name, await paintNow(), { engine: engine!, baseline, history, paint });
  };

  it('is compared with a baseline of this browser, and no commit before is built', async () => {
    setUp();
    await keep(painter.version);
    commit();
    assert.deepEqual(await judgeNow(), { kind: 'same' });
    dress('blue');
    commit();
    const verdict = await judgeNow();
    assert.ok(verdict.kind === 'different' && verdict.from === 'the baseline' && verdict.pixels > 10_000);
    assert.equal(git('worktree', 'list').trim().split('\n').length, 1);
  });

  it('is compared with the build of the commit before where the baseline is another browser’s', async () => {
    setUp();
    await keep('another browser');
    commit();
    write({ 'src/other.txt': 'nothing to see' });
    commit();
    assert.deepEqual(await judgeNow(), { kind: 'same' });
  });

  it('fails there where it has changed, and its baseline has not', async () => {
    setUp();
    await keep('another browser');
    commit();
    dress('blue');
    commit();
    const verdict = await judgeNow();
    assert.ok(verdict.kind === 'different' && verdict.from === 'the commit before');
    assert.ok(verdict.pixels > 10_000, String(verdict.pixels));
  });

  it('is listed there where its baseline has changed with it, and does not fail', async () => {
    setUp();
    await keep('another browser');
    commit();
    dress('blue');
    await keep('another browser');
    commit();
    assert.equal((await judgeNow()).kind, 'meant');
    assert.deepEqual([...history.changedPictures()], [`${engine}/box`]);
    // The next commit is compared with this one.
    write({ 'src/other.txt': 'nothing to see' });
    commit();
    assert.deepEqual([...history.changedPictures()], []);
  });

  it('is listed there where the baseline is not committed yet, be it changed or new', async () => {
    setUp();
    dress('blue');
    await keep('another browser');
    assert.equal((await judgeNow()).kind, 'meant');
    commit();
    dress('green');
    assert.deepEqual([...history.changedPictures()], []);
    await keep('another browser');
    assert.deepEqual([...history.changedPictures()], [`${engine}/box`]);
  });

  it('does not pass for a change of another picture', async () => {
    setUp();
    await keep('another browser');
    commit();
    dress('blue');
    write({ [`test/gallery/baseline/${engine}/other.png`]: await paintNow() });
    commit();
    assert.equal((await judgeNow()).kind, 'different');
  });

  it('is not judged where there is no history, no commit before, or no gallery in it', async () => {
    write(PROJECT);
    dress('red');
    assert.deepEqual(await judgeNow(), { kind: 'unknown' });

    git('init', '--quiet');
    commit();
    history = new History(folder, pictures());
    assert.deepEqual(await judgeNow(), { kind: 'unknown' });

    git('rm', '--quiet', '--cached', 'demo/gallery.html');
    git('commit', '--quiet', '--amend', '--message', 'Without');
    commit();
    history = new History(folder, pictures());
    assert.deepEqual(await judgeNow(), { kind: 'unknown' });
    assert.equal(git('worktree', 'list').trim().split('\n').length, 1);
  });

  it('says why the commit before cannot be built, and leaves nothing behind', async () => {
    write({ ...PROJECT, 'tools/build.mjs': `console.error('No such tool'); process.exit(1);` });
    git('init', '--quiet');
    dress('red');
    commit();
    write(PROJECT);
    commit();
    await assert.rejects(judgeNow(), /No such tool/);
    assert.equal(git('worktree', 'list').trim().split('\n').length, 1);
    history = new History(folder, pictures());
  });

  it('takes the commit before away again when all is judged', async () => {
    setUp();
    dress('blue');
    commit();
    await judgeNow();
    assert.equal(git('worktree', 'list').trim().split('\n').length, 2);
    await history.stop();
    assert.equal(git('worktree', 'list').trim().split('\n').length, 1);
    history = new History(folder, pictures());
  });
});
