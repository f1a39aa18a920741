import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** The connections of `server` that are open, from now on. */
export function noteOpen(server: Server): ReadonlySet<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
}

/** Ends those that have said nothing: their server would wait for them as it closes. */
export function endSilent(open: ReadonlySet<Socket>): void {
  for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
}
