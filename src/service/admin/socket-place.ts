import { closeSync, lstatSync, openSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPostgres } from '../store/open-store.ts';
import { isNoPath } from '../store/protect-file.ts';

/** The most bytes that every system takes as the path of a socket. */
const LONGEST = 103;

/** Where the service on the SQLite file `file` takes acts: beside it, by whatever name it was opened. Undefined where it is no file. */
export function socketOf(file: string): string | undefined {
  if (isNoPath(file) || isPostgres(file)) return undefined;
  return `${realpathSync(file)}.sock`;
}

/** A socket by a path that is short enough. */
export interface SocketPath {
  readonly path: string;
  /** It is not used any more. */
  close(): void;
}

/**
 * `socket` by a path that the system takes: a long one by way of its folder, which stays open for it.
 *
 * @throws {Error} where this system has no such way, or the name alone is too long
 */
export function toSocketPath(socket: string): SocketPath {
  if (Buffer.byteLength(socket) <= LONGEST) return { path: socket, close: () => undefined };
  if (process.platform !== 'linux') throw tooLong(socket);
  const folder = openSync(dirname(socket), 'r');
  const path = join('/proc/self/fd', String(folder), basename(socket));
  if (Buffer.byteLength(path) <= LONGEST) return { path, close: () => closeSync(folder) };
  closeSync(folder);
  throw tooLong(socket);
}

/** What is there by this name; no link is followed. */
export function lookAt(socket: string): Stats | undefined {
  return lstatSync(socket, { throwIfNoEntry: false });
}

function tooLong(socket: string): Error {
  return new Error(`${socket}: expected a path of ${LONGEST} bytes at most, which a socket can have`);
}
