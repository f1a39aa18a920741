import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves once somebody listens to a port of this machine; rejects when `signal` aborts before.
 * @param {number} port
 * @param {AbortSignal} [signal]
 */
export async function listens(port, signal) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await sleep(20, undefined, { signal });
  }
}
