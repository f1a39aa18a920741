import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { PATIENCE } from '../../../tools/check/patience.mjs';
import type { WebhookBody } from '../../../src/contract/wire.ts';
import { isSignedWebhook } from '../../../src/service/index.ts';

/** What a provider does with a message: takes it, breaks off, answers 503, or takes it and breaks off before it says so, or keeps it waiting. */
export type Mood = 'takes' | 'breaks' | 'refuses' | 'loses' | 'gone' | 'stalls' | Refusing;

/** What a provider answers in place of 2xx. */
interface Refusing {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

interface Taken {
  readonly id: string;
  readonly body: WebhookBody;
}

function toRefusing(mood: Mood): Refusing | undefined {
  if (mood === 'refuses') return { status: 503 };
  if (mood === 'gone') return { status: 410 };
  return typeof mood === 'object' ? mood : undefined;
}

function refuse(response: ServerResponse, { status, headers = {} }: Refusing): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(status).end();
}

/** A provider's server on this machine. */
export async function startProvider() {
  const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
  const taken: Taken[] = [];
  const unsigned: string[] = [];
  const awaited: ((message: Taken) => void)[] = [];
  let mood: Mood = 'takes';
  let attempts = 0;
  let waiting = 0;
  let kept = 0;
  const server = createServer((request, response) => {
    attempts++;
    if (mood === 'stalls') {
      waiting++;
      kept = Math.max(kept, waiting);
      return void request.socket.once('close', () => waiting--);
    }
    if (mood === 'breaks') return void request.socket.destroy();
    const refusing = toRefusing(mood);
    if (refusing) return refuse(response, refusing);
    void text(request).then((body) => {
      if (isSignedWebhook(request.headers, body, secret, Date.now())) {
        const message = { id: String(request.headers['webhook-id']), body: JSON.parse(body) as WebhookBody };
        taken.push(message);
        for (const tell of awaited.splice(0)) tell(message);
      } else unsigned.push(body);
      if (mood === 'loses') request.socket.destroy();
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    url: `${origin}/hook`,
    secret,
    /** Every message that came with a true signature, as often as it came. */
    taken: taken as readonly Taken[],
    /** The message that comes next with a true signature; rejects when patience is at its end. */
    next: () =>
      new Promise<Taken>((resolve, reject) => {
        awaited.push(resolve);
        AbortSignal.timeout(PATIENCE.fact).addEventListener('abort', () =>
          reject(new Error('no message has come')),
        );
      }),
    unsigned: unsigned as readonly string[],
    /** How many messages it has kept waiting at once, at most. */
    get kept() {
      return kept;
    },
    get attempts() {
      return attempts;
    },
    be(next: Mood) {
      mood = next;
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
