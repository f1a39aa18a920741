import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * What is under way when the service closes is answered, and its connection ends after it: else it would stay open for more. One
 * that has said nothing ends at once, and whatever is open after `grace` ms then.
 */
export function endConnectionsOnClose(app: FastifyInstance, grace: number): void {
  const open = new Set<Socket>();
  let isClosing = false;
  let timer: NodeJS.Timeout | undefined;
  app.server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    timer = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, grace);
    done();
  });
  app.addHook('onClose', (_app, done) => {
    clearTimeout(timer);
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
}
