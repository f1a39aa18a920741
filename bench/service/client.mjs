import { connect } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {{ path: string, headers?: Record<string, string>, body: unknown }} Asked
 * @typedef {{ status: number, text: string }} Answer
 * @typedef {Answer & { ms: number }} Answered
 */

/** One connection that stays open; written out, since a client of Node would be busier than the server. */
class Connection {
  /** @param {import('node:net').Socket} socket @param {string} host */
  constructor(socket, host) {
    this.socket = socket;
    this.host = host;
    /** @type {Buffer[]} */
    this.parts = [];
    socket.setNoDelay().on('data', (part) => this.take(part));
    socket.on('error', () => undefined);
    socket.once('close', () =>
      this.answered?.reject(new Error('expected an answer, the connection was closed')),
    );
  }

  /** @param {Asked} asked @returns {Promise<Answer>} */
  send({ path, headers = {}, body }) {
    const text = JSON.stringify(body);
    const all = { host: this.host, 'content-type': 'application/json', ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${path} HTTP/1.1\r\n${lines.join('')}content-length: ${Buffer.byteLength(text)}\r\n\r\n`;
    this.answered = Promise.withResolvers();
    this.socket.write(head + text);
    return this.answered.promise;
  }

  /** @param {Buffer} part */
  take(part) {
    this.parts.push(part);
    const all = this.parts.length === 1 ? part : Buffer.concat(this.parts);
    this.parts = [all];
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = all.latin1Slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (all.length < end + 4 + length) return;
    this.parts = [];
    this.answered?.resolve({ status: Number(head.slice(9, 12)), text: all.toString('utf8', end + 4) });
  }
}

/** @param {string} url */
async function openConnection(url) {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  return new Connection(socket, host);
}

/** Asks again, as clients do, while the server has too much to do; the time is that of all. @param {Connection} connection @param {Asked} asked */
async function answerOf(connection, asked) {
  const startedAt = performance.now();
  for (;;) {
    const answer = await connection.send(asked);
    if (answer.status !== 503) return { ...answer, ms: performance.now() - startedAt };
    await sleep(20);
  }
}

/** A client that keeps so many connections to a server busy. */
export class Client {
  /** @param {string} url @param {Connection[]} connections */
  constructor(url, connections) {
    this.url = url;
    this.connections = connections;
  }

  /** @param {string} url @param {number} [atOnce] */
  static async open(url, atOnce = 32) {
    return new Client(url, await Promise.all(Array.from({ length: atOnce }, () => openConnection(url))));
  }

  /**
   * Sends all of it, as many at once as there are connections; the answers in that order.
   *
   * @param {readonly Asked[]} all
   * @param {(asked: Asked) => void} [isAnswered] told of each as its answer comes
   */
  async sendAll(all, isAnswered) {
    // A server lets go of those that have been silent for long.
    const open = this.connections.map((one) => (one.socket.destroyed ? openConnection(this.url) : one));
    this.connections = await Promise.all(open);
    /** @type {Answered[]} */
    const answers = [];
    let next = 0;
    const work = async (/** @type {Connection} */ connection) => {
      while (next < all.length) {
        const index = next++;
        const asked = all[index];
        if (!asked) return;
        answers[index] = await answerOf(connection, asked);
        isAnswered?.(asked);
      }
    };
    await Promise.all(this.connections.map(work));
    return answers;
  }

  close() {
    for (const { socket } of this.connections) socket.destroy();
  }
}
