import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { existsSync, statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { ActError } from './act-error.ts';
import type { ActInput, ActName, ActOutput, Operator } from './acts.ts';
import { lookAt, type SocketPath, socketOf, toSocketPath } from './socket-place.ts';

/** ms that a service has to say that it is there. */
const PATIENCE = 10_000;

/**
 * The service that runs on a SQLite file; undefined where none answers.
 *
 * @throws {ActError} where there is one that cannot be asked, or a socket that may be anybody's
 */
export async function findRunningService(db: string): Promise<Operator | undefined> {
  if (!existsSync(db)) return undefined;
  const socket = socketOf(db);
  const found = socket === undefined ? undefined : lookAt(socket);
  if (socket === undefined || !found?.isSocket()) return undefined;
  const { uid } = statSync(db);
  if (found.uid !== uid && found.uid !== process.getuid?.())
    throw new ActError(
      `${socket}: expected a socket of user ${uid}, whose the database is, got one of ${found.uid}`,
    );
  const place = toSocketPath(socket);
  const isThere = await answers(socket, place).catch((error: unknown) => {
    place.close();
    throw error;
  });
  if (isThere) return new RunningService(place);
  place.close();
  return undefined;
}

/** Whether anybody listens: a service that was killed leaves its socket behind. */
async function answers(socket: string, { path }: SocketPath): Promise<boolean> {
  try {
    await ask(path, '', undefined, AbortSignal.timeout(PATIENCE));
    return true;
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return false;
    if (code === 'EACCES')
      throw new ActError(`${socket}: a service runs, and takes orders of its own user (or root) alone`);
    if (name === 'AbortError' || name === 'TimeoutError')
      throw new ActError(`${socket}: the service that runs has not answered for ${PATIENCE / 1_000} s`);
    throw error;
  }
}

/** Has the service that runs do the acts. */
class RunningService implements Operator {
  readonly #place: SocketPath;

  constructor(place: SocketPath) {
    this.#place = place;
  }

  async act<Name extends ActName>(name: Name, input: ActInput<Name>): Promise<ActOutput<Name>> {
    return (await ask(this.#place.path, name, input)) as ActOutput<Name>;
  }

  close(): Promise<void> {
    this.#place.close();
    return Promise.resolve();
  }
}

/** What the service answers. */
async function ask(socketPath: string, name: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
  const asked = request({
    socketPath,
    path: `/${name}`,
    method: 'POST',
    agent: false,
    ...(signal ? { signal } : {}),
  });
  asked.end(JSON.stringify(input));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { output, message } = JSON.parse(await text(response)) as { output?: unknown; message?: string };
  if (response.statusCode === 200) return output;
  throw new ActError(message ?? `the service that runs has answered ${response.statusCode}`);
}
