import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type CountingServer = {
  readonly origin: string;
  /** Connections so far, with or without a request on them. */
  readonly connections: () => number;
  readonly paths: () => readonly string[];
  readonly close: () => Promise<void>;
};

/** A server on this machine that counts who comes. */
export const openCountingServer = async (): Promise<CountingServer> => {
  const paths: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.end('reached');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    paths: () => paths,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
