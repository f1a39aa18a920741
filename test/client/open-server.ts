import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One request as the server has read it. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with one request. */
export type Step = (response: ServerResponse, request: Received) => void;

/** An HTTP server that answers its first request by the first step, and all after the last step by that one. */
export async function openServer(...steps: readonly [Step, ...Step[]]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ path: request.url ?? '', headers: request.headers, body });
      const step = steps[Math.min(received.length, steps.length) - 1] ?? steps[0];
      step(response, received.at(-1)!);
    });
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { baseUrl: await listen(server), received, close };
}

/** A server that does with each connection what `onSocket` says. */
export async function openTcpServer(onSocket: (socket: Socket, count: number) => void) {
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    count++;
    onSocket(socket, count);
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { baseUrl: await listen(server), connections: () => count, close };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
}

/** Refuses with one code, in the body that the contract says. */
export function refuse(status: number, code: string, headers: Record<string, string> = {}): Step {
  const message = `because of ${code}`;
  return json({ description: message, errors: [{ code, message, value: {} }] }, status, headers);
}

/** Cuts the connection once the request was read. */
export const drop: Step = (response) => void response.destroy();
/** Never answers. */
export const hang: Step = () => undefined;
/** Sends the headers and half of a body, and then nothing more. */
export const stall: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"items":[');
};
/** Sends half of a body and cuts the connection. */
export const truncate: Step = (response) => {
  stall(response, { path: '', headers: {}, body: '' });
  setImmediate(() => response.destroy());
};
