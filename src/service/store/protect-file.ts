import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** The mode of a file that its owner alone reads and writes. */
export const OWNERS = 0o600;

/**
 * Makes the file of a database its owner's alone before anything is in it, and one that is there already; SQLite gives the files
 * beside it the same mode.
 *
 * @throws {Error} where the file is somebody else's
 */
export function protectFile(file: string): void {
  if (isNoPath(file)) return;
  // One that is there is not opened: this process would lose the lock that it may have on it.
  if (!statSync(file, { throwIfNoEntry: false })) make(file);
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    const found = statSync(path, { throwIfNoEntry: false });
    // A device has a mode of its own.
    if (found?.isFile() && (found.mode & 0o077) !== 0) chmodSync(path, OWNERS);
  }
}

function make(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWNERS));
  } catch {
    // SQLite says why it cannot be made, or finds it made by another.
  }
}

/** A database in memory, or one that goes when it is closed, or a URL. */
export function isNoPath(file: string): boolean {
  return file === '' || file === ':memory:' || file.startsWith('file:');
}
