import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { HEADERS } from '../../contract/index.ts';
import { InvalidRequest, invalidRequest, type Malformation, Refusal } from '../refusal.ts';

/** Headers of which a second one would count, or not, by chance. */
const ONCE = new Set<string>([
  'host',
  'content-type',
  HEADERS.apiKey,
  HEADERS.tagId,
  HEADERS.sessionId,
  HEADERS.idempotencyKey,
]);

/** A name or an IPv4 address, or an IPv6 one in brackets, and a port. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Refuses a request whose path is no text, or whose headers say two things, before anything else is asked. */
export function checkHeads(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    done(refusalOf(request.raw));
  });
}

/** The refusal of a path that cannot be decoded. It is not said again: a secret may be in it. */
export function unreadablePath(): Refusal {
  return new Refusal('invalid-request', {}, {}, 'the path: expected percent-encoded UTF-8 without NUL');
}

function refusalOf(request: IncomingMessage): Refusal | undefined {
  if (!isReadable(request.url ?? '')) return unreadablePath();
  const [first, ...others] = hasDoubles(request) ? doubles(request.rawHeaders) : [];
  if (first) return new InvalidRequest([first, ...others]);
  const { host } = request.headers;
  // Before HTTP/1.1 there was none.
  if (host === undefined)
    return request.httpVersion === '1.0' ? undefined : invalidRequest('host', 'expected this header');
  return HOST.test(host) ? undefined : invalidRequest('host', 'expected a host, and a port if there is one');
}

function isReadable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    // No UTF-8, or a percent sign of its own.
    return false;
  }
}

/** Whether any header comes more than once, in whatever case: each has one name in `headers`. */
function hasDoubles({ rawHeaders, headers }: IncomingMessage): boolean {
  return rawHeaders.length !== 2 * Object.keys(headers).length;
}

function doubles(rawHeaders: readonly string[]): Malformation[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    if (!ONCE.has(name)) continue;
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return Array.from(twice, (path) => ({ path, problem: 'expected this header once' }));
}
