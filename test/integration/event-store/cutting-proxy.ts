import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';

/** Bytes by which a client's write to the log is known. */
const WRITE = 'Nats-Expected-Last-Subject-Sequence';

/** A connection to a server that breaks as real ones do: after the server has read, before the client hears of it. */
export interface CuttingProxy {
  readonly url: string;
  /** Connections that were cut between a write and its acknowledgement. */
  readonly cuts: number;
  /** Asked at every write whether its acknowledgement gets lost. */
  losesAck: () => 'no' | 'cut' | 'silence';
  close(): Promise<void>;
}

export const startCuttingProxy = async (port: number): Promise<CuttingProxy> => {
  const sockets = new Set<Socket>();
  const proxy = { cuts: 0, losesAck: (): 'no' | 'cut' | 'silence' => 'no' };
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let loss: 'no' | 'cut' | 'silence' = 'no';
    const cut = (): void => {
      client.destroy();
      upstream.destroy();
    };
    client.on('data', (bytes) => {
      if (bytes.includes(WRITE)) loss = proxy.losesAck();
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (loss === 'no' || !bytes.includes('"stream":"LT_')) {
        client.write(bytes);
        return;
      }
      if (loss === 'cut') cut();
      proxy.cuts += 1;
      loss = 'no';
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', cut).on('close', cut);
    }
  });
  const url = `nats://127.0.0.1:${String(await listening(server))}`;
  return Object.assign(proxy, {
    url,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  });
};

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
};
