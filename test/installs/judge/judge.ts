import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { root } from '../../../tools/setup/project.mjs';

/** An answer of the service, as it came. */
export interface Captured {
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What Prism holds against an answer. */
export interface Violation {
  readonly location: readonly string[];
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

interface Description {
  readonly paths: Readonly<
    Record<string, { readonly post: { readonly responses: Readonly<Record<string, unknown>> } }>
  >;
}

/** The description that everything is held against. */
export const description = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as Description;

/** Headers that belong to one connection, and not to the answer. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'];

/**
 * Prism's proxy as a judge of answers: in front it takes requests for a service, `/PORT/path`, and hands back what that answers;
 * each answer is shown to Prism as the upstream's, by a request that Prism has nothing against.
 */
export class Judge {
  readonly #faults: string[] = [];
  readonly #seen = new Set<string>();
  readonly #answers = new Map<string, Captured>();
  readonly #front = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing));
  readonly #upstream = createServer((incoming, outgoing) => this.#playBack(incoming, outgoing));
  #stopPrism: () => Promise<void> = async () => undefined;
  #prism = '';
  #count = 0;

  /** @param folder where Prism is installed */
  static async open(folder: string): Promise<Judge> {
    const judge = new Judge();
    await listen(judge.#front);
    const upstream = await listen(judge.#upstream);
    await judge.#startPrism(join(folder, 'node_modules/@stoplight/prism-cli/dist/index.js'), upstream);
    return judge;
  }

  /** Where services are asked through it: `/PORT` follows. */
  get url(): string {
    return `http://127.0.0.1:${(this.#front.address() as AddressInfo).port}`;
  }

  /** What was held against all that came through, each with its call. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Calls and statuses that the description lists and that were never seen. */
  get unseen(): readonly string[] {
    return Object.entries(description.paths)
      .flatMap(([path, { post }]) => Object.keys(post.responses).map((status) => `${path} ${status}`))
      .filter((pair) => !this.#seen.has(pair));
  }

  /** How many answers were judged. */
  get count(): number {
    return this.#count;
  }

  /** What Prism holds against `answer`; of a path that the description does not have nothing is said. */
  async judge(answer: Captured): Promise<readonly Violation[]> {
    if (!Object.hasOwn(description.paths, answer.path)) return [];
    const id = String(++this.#count);
    this.#answers.set(id, answer);
    const response = await fetch(this.#prism + answer.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-answer': id },
      body: '{}',
    });
    await response.text();
    this.#answers.delete(id);
    const violations = JSON.parse(response.headers.get('sl-violations') ?? '[]') as Violation[];
    return violations.filter(({ location: [where] }) => where === 'response');
  }

  /** Judges an answer and keeps what there is against it. */
  async see(answer: Captured): Promise<void> {
    const pair = `${answer.path} ${answer.status}`;
    this.#seen.add(pair);
    for (const { location, message } of await this.judge(answer)) {
      this.#faults.push(`${pair} ${location.join('.')}: ${message}\n${answer.text.slice(0, 400)}`);
    }
  }

  async close(): Promise<void> {
    await this.#stopPrism();
    for (const server of [this.#front, this.#upstream]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  async #startPrism(program: string, upstream: string): Promise<void> {
    const { port } = (await freePort()) satisfies { port: number };
    const options = [
      'proxy',
      join(root, 'openapi.json'),
      upstream,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ];
    const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    let said = '';
    const isListening = new Promise<boolean>((resolve) => {
      const hear = (data: unknown) => {
        said += String(data);
        if (said.includes('Prism is listening')) resolve(true);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      void ended.then(() => resolve(false));
    });
    if (!(await isListening)) throw new Error(`Prism: expected it to listen, got ${said}`);
    this.#prism = `http://127.0.0.1:${port}`;
    this.#stopPrism = async () => {
      child.kill();
      await ended;
    };
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const [, port = '', path = ''] = /^\/(\d+)(.*)$/.exec(incoming.url ?? '') ?? [];
    const asked = request({
      ...{ host: '127.0.0.1', port, path, method: incoming.method },
      headers: { ...incoming.headers, connection: 'close' },
    });
    incoming.pipe(asked);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.once('response', resolve).once('error', reject);
    }).catch(() => undefined);
    if (!answer) return void outgoing.destroy();
    const text = await readAll(answer);
    const { statusCode = 0, headers } = answer;
    const [plain = ''] = path.split('?');
    if (incoming.method !== 'OPTIONS') await this.see({ path: plain, status: statusCode, headers, text });
    outgoing.writeHead(statusCode, answer.rawHeaders).end(text);
  }

  #playBack(incoming: IncomingMessage, outgoing: ServerResponse): void {
    incoming.resume();
    const answer = this.#answers.get(String(incoming.headers['x-answer']));
    if (!answer) return void outgoing.destroy();
    const own = Object.entries(answer.headers).filter(([name]) => !OF_CONNECTION.includes(name));
    outgoing.writeHead(answer.status, Object.fromEntries(own) as Record<string, string>).end(answer.text);
  }
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A port that nobody has: Prism takes a number. */
async function freePort(): Promise<{ port: number }> {
  const server = createServer();
  const { port } = new URL(await listen(server));
  await new Promise((resolve) => server.close(resolve));
  return { port: Number(port) };
}
