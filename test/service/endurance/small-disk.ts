import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, which can be filled to its last byte. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  /** Makes room again. */
  empty(): void;
  remove(): void;
}

/** A disk of so many MiB in memory; why there is none where nobody may mount one. */
export function mountSmallDisk(size: number): SmallDisk | { readonly obstacle: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rokt-upsell-disk-'));
  const options = ['-t', 'tmpfs', '-o', `size=${size}m`, 'rokt-upsell', folder];
  const { error, status, stderr } = spawnSync('mount', options, { encoding: 'utf8' });
  if (error || status !== 0) {
    rmdirSync(folder);
    return { obstacle: `no disk could be mounted: ${error?.message ?? stderr.trim()}` };
  }
  const filling = join(folder, 'filling');
  return {
    folder,
    fill: () => fillWith(filling),
    empty: () => rmSync(filling),
    remove() {
      // Also while a process that was just killed has files open there.
      spawnSync('umount', ['--lazy', folder]);
      rmdirSync(folder);
    },
  };
}

function fillWith(file: string): void {
  const descriptor = openSync(file, 'a');
  try {
    for (const size of [65_536, 4_096]) {
      const bytes = Buffer.alloc(size);
      while (isWritten(descriptor, bytes));
    }
  } finally {
    closeSync(descriptor);
  }
}

function isWritten(descriptor: number, bytes: Buffer): boolean {
  try {
    return writeSync(descriptor, bytes) === bytes.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
