import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const project = join(import.meta.dirname, '..', '..');

/** A shop that has installed what we would publish. */
export interface Shop {
  /** The packed file. */
  readonly tarball: string;
  /** The shop's folder; the package is in its node_modules. */
  readonly folder: string;
  /** Runs a JavaScript module in the shop, with options for Node, and returns all that it wrote. */
  readonly run: (code: string, ...options: string[]) => string;
  readonly close: () => void;
}

/** Packs the package and installs it into a folder of its own, with the dependencies of this project. */
export function openShop(): Shop {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-shop-'));
  const modules = join(folder, 'node_modules');
  for (const name of ['rokt-upsell', '@types']) mkdirSync(join(modules, name), { recursive: true });
  const tarball = join(folder, pack(folder));
  execFileSync('tar', ['-xzf', tarball, '-C', join(modules, 'rokt-upsell'), '--strip-components=1']);
  for (const name of [
    ...['lit', '@lit', 'typescript-event-target', '@types/react'],
    ...['@playwright', 'playwright', 'playwright-core'],
  ]) {
    symlinkSync(join(project, 'node_modules', name), join(modules, name), 'junction');
  }
  return {
    tarball,
    folder,
    run: (code, ...options) =>
      outputOf(process.execPath, [...options, '--input-type=module', '-e', code], folder),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Runs one of this project's command-line tools on Node and returns all that it wrote; throws if it fails. */
export function tool(path: string, args: string[], folder = project): string {
  return outputOf(process.execPath, [join(project, 'node_modules', path), ...args], folder);
}

/** Packs what would be published into `destination`, and tells the file's name. */
export function pack(destination: string): string {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
  const shell = process.platform === 'win32';
  const written = execFileSync('npm', args, {
    cwd: project,
    encoding: 'utf8',
    shell,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(written) as { filename: string }[];
  if (!packed) throw new Error(`npm pack wrote no file: ${written}`);
  return packed.filename;
}

/** All that a program wrote; throws if it failed. */
export function outputOf(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}
