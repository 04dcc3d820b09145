import type { Caller } from './api-caller.ts';
import type { Dice } from './dice.ts';
import type { Acknowledged } from './judge-appends.ts';

type Request = { readonly decision: string; readonly key: string };

/**
 * Programs that send acts to a few decisions over and over. Each has one request on its way at a time and keeps it
 * until it is answered: after an outage it sends the same request with the same key again, as a careful caller does.
 */
export type Writers = {
  /** Sends until `wanted` requests of this round were answered or the server is gone. */
  readonly run: (caller: Caller, wanted: number, onAnswer: (answers: number) => void) => Promise<void>;
  readonly acknowledged: readonly Acknowledged[];
  readonly sent: ReadonlySet<string>;
  /** Sent, and not answered yet. */
  readonly waiting: () => readonly string[];
  /** Answers to a request sent again that showed it had been written before the server died. */
  readonly foundWritten: () => number;
};

export const createWriters = (count: number, decisions: readonly string[], dice: Dice): Writers => {
  const acknowledged: Acknowledged[] = [];
  const sent = new Set<string>();
  const onItsWay = new Map<number, Request>();
  let foundWritten = 0;

  const next = (writer: number): Request => {
    const decision = decisions[Math.floor(dice() * decisions.length)] ?? '';
    const request = { decision, key: `writer-${writer}-request-${sent.size + 1}` };
    sent.add(request.key);
    return request;
  };

  const run: Writers['run'] = async (caller, wanted, onAnswer) => {
    let answers = 0;
    const write = async (writer: number): Promise<void> => {
      while (answers < wanted) {
        const request = onItsWay.get(writer) ?? next(writer);
        onItsWay.set(writer, request);
        const told = await caller.send(request.decision, request.key);
        if (told === undefined) return;
        onItsWay.delete(writer);
        if (told.repeated) foundWritten += 1;
        acknowledged.push({ ...request, seq: told.seq });
        answers += 1;
        onAnswer(answers);
      }
    };
    await Promise.all(Array.from({ length: count }, (_unused, writer) => write(writer)));
  };

  return {
    run,
    acknowledged,
    sent,
    waiting: () => [...onItsWay.values()].map(({ key }) => key),
    foundWritten: () => foundWritten,
  };
};
