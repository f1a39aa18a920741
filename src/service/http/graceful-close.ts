import type { FastifyInstance } from 'fastify';
import { endSilent, noteOpen } from './open-connections.ts';

/**
 * What is under way when the service closes is answered, and its connection ends after it: else it would stay open for more. One
 * that has said nothing ends at once, and whatever is open after `grace` ms then.
 */
export function endConnectionsOnClose(app: FastifyInstance, grace: number): void {
  const open = noteOpen(app.server);
  let isClosing = false;
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    isClosing = true;
    endSilent(open);
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
