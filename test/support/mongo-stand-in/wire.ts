import { mongo } from 'mongoose';

const { BSON } = mongo;

export type Document = Record<string, unknown>;

export type Request = {
  readonly requestId: number;
  readonly command: Document;
  /** The first hello of a connection comes in the old form and is answered in it. */
  readonly isLegacy: boolean;
  /** False for the farewell of a driver that is closing. */
  readonly wantsReply: boolean;
};

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const MORE_TO_COME = 2;
const HEADER = 16;

/** Cuts whole messages off the front of what has arrived; the rest waits for more. */
export const takeMessages = (arrived: Buffer): { readonly messages: Buffer[]; readonly rest: Buffer } => {
  const messages: Buffer[] = [];
  let rest = arrived;
  while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
    const length = rest.readInt32LE(0);
    messages.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  }
  return { messages, rest };
};

const documentAt = (
  message: Buffer,
  offset: number,
): { readonly document: Document; readonly end: number } => {
  const end = offset + message.readInt32LE(offset);
  return { document: BSON.deserialize(message.subarray(offset, end)), end };
};

/** OP_MSG: flags, then a body (kind 0) and any number of document sequences (kind 1), which belong in the body by name. */
const parseMessage = (message: Buffer): Document => {
  let command: Document = {};
  let offset = HEADER + 4;
  while (offset < message.length) {
    const kind = message.readUInt8(offset);
    offset += 1;
    if (kind === 0) {
      const body = documentAt(message, offset);
      command = { ...body.document, ...command };
      offset = body.end;
    } else {
      const end = offset + message.readInt32LE(offset);
      const nameEnd = message.indexOf(0, offset + 4);
      const name = message.toString('utf8', offset + 4, nameEnd);
      const documents: Document[] = [];
      for (offset = nameEnd + 1; offset < end;) {
        const next = documentAt(message, offset);
        documents.push(next.document);
        offset = next.end;
      }
      command = { ...command, [name]: documents };
    }
  }
  return command;
};

export const parseRequest = (message: Buffer): Request => {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) {
    const flags = message.readUInt32LE(HEADER);
    if ((flags & ~MORE_TO_COME) !== 0) throw new Error(`OP_MSG flags ${flags} are not spoken here.`);
    return { requestId, command: parseMessage(message), isLegacy: false, wantsReply: flags === 0 };
  }
  if (opCode !== OP_QUERY) throw new Error(`Operation ${opCode} is not spoken here.`);
  const nameEnd = message.indexOf(0, HEADER + 4);
  const { document } = documentAt(message, nameEnd + 1 + 8);
  return { requestId, command: { ...document, $db: 'admin' }, isLegacy: true, wantsReply: true };
};

const frame = (opCode: number, responseTo: number, body: readonly Uint8Array[]): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeInt32LE(HEADER + body.reduce((sum, part) => sum + part.length, 0), 0);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, ...body]);
};

export const renderReply = ({ requestId, isLegacy }: Request, reply: Document): Buffer => {
  const bytes = BSON.serialize(reply);
  if (!isLegacy) return frame(OP_MSG, requestId, [Buffer.alloc(5), bytes]);
  const oneDocument = Buffer.alloc(20);
  oneDocument.writeInt32LE(1, 16);
  return frame(OP_REPLY, requestId, [oneDocument, bytes]);
};
