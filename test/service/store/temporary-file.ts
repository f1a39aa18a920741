import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux's folder in memory. */
const MEMORY = '/dev/shm';
/** Far more than all tests have at once, bytes. */
const ROOM = 2 ** 30;

/** What these tests ask of a file is that it is there when it is opened again, which costs no wait for a disk. */
const parent = hasRoom(MEMORY) ? MEMORY : tmpdir();

/** The path of a database in a folder of its own, and what takes both away. */
export function temporaryFile(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(parent, 'rokt-upsell-store-'));
  return {
    file: join(folder, 'upsell.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ROOM;
}
