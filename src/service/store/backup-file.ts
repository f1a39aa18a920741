import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { OWNERS } from './protect-file.ts';

/** How many pages are copied at a time: a few ms, in which transactions wait. */
const STEP = 256;

/** Whether transactions may begin on the connection that is copied. */
export interface Gate {
  /** None begins from now on. */
  close(): void;
  open(): void;
  /** Resolves once none is under way. */
  idle(): Promise<void>;
}

/**
 * Copies a database that is open into `file`, its owner's alone, and gives its bytes. What is committed meanwhile is in the copy as
 * well. The file has its name once it is whole and on the disk.
 *
 * @param gate of a connection that others use; nobody uses it without
 * @throws {Error} one line that names the file, where it is there already or cannot be written
 */
export async function copyDatabase(database: DatabaseSync, file: string, gate?: Gate): Promise<number> {
  if (existsSync(file)) throw isThere(file);
  const partial = `${file}.${randomBytes(6).toString('hex')}.partial`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(partial, 'wx', OWNERS);
    await copyInSteps(database, { partial, handle }, gate ?? noGate);
    await handle.sync();
    giveName(partial, file);
    await syncFolder(dirname(file));
    return statSync(file).size;
  } catch (error) {
    const { message } = error as Error;
    throw message.startsWith(file) ? error : new Error(`${file}: ${message}`, { cause: error });
  } finally {
    await handle?.close();
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(partial + end, { force: true });
  }
}

const noGate: Gate = { close: () => undefined, open: () => undefined, idle: () => Promise.resolve() };

/**
 * A step that meets a transaction of the same connection copies nothing. Node tries it again, but for the first and the last, and may
 * meet one each time: so transactions have their turn after a step that has copied something, and wait for each other one.
 */
async function copyInSteps(
  database: DatabaseSync,
  { partial, handle }: { readonly partial: string; readonly handle: FileHandle },
  gate: Gate,
): Promise<void> {
  const { backup } = await import('node:sqlite');
  // Types say that it is there; before 22.16 it is not.
  if (!(backup as unknown)) throw new Error('a backup needs Node 22.16 or later');
  let left = Infinity;
  gate.close();
  await gate.idle();
  try {
    await backup(database, partial, {
      rate: STEP,
      progress({ remainingPages }) {
        if (remainingPages < left && remainingPages > STEP) gate.open();
        else gate.close();
        left = remainingPages;
        // Little is left to be written to the disk then in the last step, for which transactions wait.
        handle.datasync().catch(() => undefined);
      },
    });
  } finally {
    gate.open();
  }
}

/** A link instead of a new name: it never takes the place of a file that has come meanwhile. */
function giveName(partial: string, file: string): void {
  try {
    linkSync(partial, file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? isThere(file) : error;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

function isThere(file: string): Error {
  return new Error(`${file}: expected no file of this name, there is one`);
}
