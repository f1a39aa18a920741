import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Gives what ends the connections of `server` that have said nothing: it would wait for them as it closes. */
export function noteSilent(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}
