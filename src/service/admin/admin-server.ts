import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { endSilent, noteOpen } from '../http/open-connections.ts';
import { ActError } from './act-error.ts';
import { type ActParts, doAct, isActName } from './acts.ts';
import { lookAt, socketOf, toSocketPath } from './socket-place.ts';

/** What a service takes acts with, besides what the acts need. */
export interface AdminServerParts extends ActParts {
  /** The database, as it was named. */
  readonly db: string;
  /** Is told each act that was done, and by what it goes: no key is among it. */
  readonly note: (act: string, input: unknown) => void;
}

/** Takes acts until it is closed. */
export interface AdminServer {
  /** Takes nothing new, and resolves once what is under way is done. */
  close(): Promise<void>;
}

/**
 * Takes acts at a socket beside a SQLite file, which is its owner's alone. Whoever calls this has the database to itself, so a socket
 * that is there already is one of a service that was killed. Undefined where there is no file, and on Windows.
 *
 * @throws {Error} one line that names the socket, where it cannot be made
 */
export async function openAdminServer(parts: AdminServerParts): Promise<AdminServer | undefined> {
  const socket = socketOf(parts.db);
  if (socket === undefined || process.platform === 'win32') return undefined;
  try {
    removeStale(socket);
    const place = toSocketPath(socket);
    const server = createServer((request, response) => void answer(parts, request, response));
    const open = noteOpen(server);
    await listenAlone(server, place.path);
    return {
      async close() {
        const closed = once(server, 'close');
        server.close();
        endSilent(open);
        await closed;
        rmSync(socket, { force: true });
        place.close();
      },
    };
  } catch (error) {
    const { message } = error as Error;
    throw message.startsWith(socket) ? error : new Error(`${socket}: ${message}`, { cause: error });
  }
}

/** @throws {Error} where it is no socket, or another user's in a folder that is everybody's */
function removeStale(socket: string): void {
  const found = lookAt(socket);
  if (!found) return;
  if (!found.isSocket()) throw new Error(`${socket}: expected a socket or nothing, there is something else`);
  rmSync(socket);
}

/** Nobody else can talk to it, not even for the moment in which it has its name and not yet its mode. */
async function listenAlone(server: Server, path: string): Promise<void> {
  const listening = once(server, 'listening');
  const mask = process.umask(0o177);
  try {
    server.listen(path);
  } finally {
    process.umask(mask);
  }
  await listening;
}

async function answer(
  parts: AdminServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = await answerTo(parts, request);
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}

/** 200 with what has come of it, 409 with why it is refused, 500 with what has failed. */
async function answerTo(parts: AdminServerParts, request: IncomingMessage) {
  const name = request.url?.slice(1) ?? '';
  if (name === '') return { status: 200, body: { output: process.pid } };
  try {
    if (!isActName(name))
      throw new ActError(`the service that runs knows no "${name}"; it is of another version`);
    const input: unknown = JSON.parse(await text(request));
    const output = await doAct(parts, name, input);
    parts.note(name, input);
    return { status: 200, body: { output } };
  } catch (error) {
    const status = error instanceof ActError ? 409 : 500;
    return { status, body: { message: (error as Error).message } };
  }
}
