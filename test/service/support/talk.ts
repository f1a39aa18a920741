import { connect } from 'node:net';
import type { ErrorBody } from '../../../src/contract/wire.ts';

/** What a server has said before it hung up. */
export interface Said {
  readonly status: number;
  /** The lines of its head, without the first. */
  readonly head: string;
  readonly text: string;
  /** The text as the error that it is. */
  readonly body: ErrorBody;
}

/** What the server at `url` says to these bytes until it hangs up; text is sent byte for byte, as Latin-1. */
export async function talk(url: string, bytes: string | Uint8Array): Promise<Said> {
  const { hostname, port, pathname } = new URL(url);
  // Whoever judges answers is asked with the port of the service as the path; bytes go there at once.
  const socket = connect(Number(pathname.slice(1) || port), hostname);
  socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  let said = '';
  for await (const chunk of socket.setEncoding('utf8')) said += String(chunk);
  const [start = '', ...rest] = said.split('\r\n\r\n');
  const [first = '', ...head] = start.split('\r\n');
  const text = rest.join('\r\n\r\n');
  return {
    status: Number(first.split(' ')[1]),
    head: head.join('\n'),
    text,
    get body() {
      return JSON.parse(text) as ErrorBody;
    },
  };
}

/** A request in bytes, after which the server hangs up. */
export function inBytes(start: string, headers: readonly string[] = [], body = ''): string {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`];
  return [`${start} HTTP/1.1`, 'Connection: close', ...headers, ...length, '', body].join('\r\n');
}
