import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut and opened again. */
export async function startCuttable(to: string) {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let isCut = false;
  let connections = 0;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    connections++;
    const onward = connect(Number(port), hostname);
    for (const one of [socket, onward]) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        socket.destroy();
        onward.destroy();
      });
    }
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many connections have come through. */
    get connections() {
      return connections;
    },
    cut,
    open() {
      isCut = false;
    },
    stop() {
      cut();
      server.close();
    },
  };
}
