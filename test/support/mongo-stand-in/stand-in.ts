import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createCommands, MAX_DOCUMENT } from './commands.ts';
import { CommandRefusal, notSpoken } from './refusal.ts';
import { parseRequest, renderReply, takeMessages } from './wire.ts';
import type { Document, Request } from './wire.ts';

/** What to do to the next commands of a name, as a network or a failover would. */
export type Mishap = {
  readonly command: string;
  /** How many commands of that name to let pass first. */
  readonly after?: number;
  readonly times: number;
  readonly what: 'drop-before' | 'drop-after' | { readonly code: number; readonly codeName: string };
};

export type StandIn = {
  readonly uri: string;
  /** Every command since the start, oldest first. */
  readonly seen: readonly Document[];
  readonly arrange: (mishap: Mishap) => void;
  /** No more mishaps. */
  readonly calm: () => void;
  readonly stop: () => Promise<void>;
};

const HELLO = new Set(['hello', 'ismaster', 'isMaster']);

/** Server errors that the driver may retry carry a label, but only on a write that can be told apart from its repeat. */
const labelsFor = (code: number, command: Document): Document =>
  code === 11600 && command['txnNumber'] !== undefined ? { errorLabels: ['RetryableWriteError'] } : {};

/** A retryable write is named by its session and a number that the driver counts up. */
const writeOf = (command: Document): string | undefined => {
  const { lsid, txnNumber } = command as {
    lsid?: { id: { toString: (as: 'hex') => string } };
    txnNumber?: number;
  };
  return lsid && txnNumber !== undefined ? `${lsid.id.toString('hex')}/${txnNumber}` : undefined;
};

/**
 * A small server that speaks MongoDB's wire protocol, so that the adapter runs through the real driver without a
 * real database. It calls itself a replica set of one, which makes the driver use retryable writes. Test only.
 */
export const startStandIn = async (): Promise<StandIn> => {
  const run = createCommands();
  const seen: Document[] = [];
  const answered = new Map<string, Document>();
  const sockets = new Set<Socket>();
  let mishaps: Mishap[] = [];

  const takeMishap = (name: string): Mishap | undefined => {
    const due = mishaps.find(({ command, times }) => command === name && times > 0);
    if (!due) return undefined;
    const isLater = (due.after ?? 0) > 0;
    const left = isLater ? { ...due, after: (due.after ?? 0) - 1 } : { ...due, times: due.times - 1 };
    mishaps = mishaps.map((each) => (each === due ? left : each));
    return isLater ? undefined : due;
  };

  /** A repeat of a write that was done gets the first answer, as a replica set gives it. */
  const runOnce = (command: Document): Document => {
    const write = writeOf(command);
    const first = write === undefined ? undefined : answered.get(write);
    if (first) return first;
    const reply = run(command);
    if (write !== undefined) answered.set(write, reply);
    return reply;
  };

  const answer = (socket: Socket, { command, wantsReply }: Request): Document | undefined => {
    const [name = ''] = Object.keys(command);
    if (!wantsReply && name !== 'endSessions') throw notSpoken(`an unacknowledged '${name}'`);
    if (HELLO.has(name)) return helloReply();
    seen.push(command);
    const what = takeMishap(name)?.what;
    if (what === 'drop-before') return void socket.destroy();
    if (typeof what === 'object') {
      const message = `${what.codeName} by arrangement`;
      return new CommandRefusal(what.code, what.codeName, message, labelsFor(what.code, command)).reply;
    }
    const reply = runOnce(command);
    return what === 'drop-after' ? void socket.destroy() : reply;
  };

  const answerOrRefuse = (socket: Socket, request: Request): Document | undefined => {
    try {
      return answer(socket, request);
    } catch (fault) {
      if (fault instanceof CommandRefusal) return fault.reply;
      return new CommandRefusal(8, 'UnknownError', String(fault)).reply;
    }
  };

  const server = createServer((socket) => {
    let rest: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      const taken = takeMessages(Buffer.concat([rest, chunk]));
      rest = taken.rest;
      for (const message of taken.messages) {
        const request = parseRequest(message);
        const reply = answerOrRefuse(socket, request);
        if (reply && request.wantsReply) socket.write(renderReply(request, reply));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  const helloReply = (): Document => ({
    ok: 1,
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    setName: 'stand-in',
    setVersion: 1,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: MAX_DOCUMENT,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: 21,
    readOnly: false,
  });

  return {
    uri: `mongodb://${address}/`,
    seen,
    arrange: (mishap) => {
      mishaps = [...mishaps, mishap];
    },
    calm: () => {
      mishaps = [];
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
