import { expect } from 'chai';
import { createPrintQueue } from '../../../../src/adapters/pdf/page/print-queue.ts';
import type { DomainError } from '../../../../src/core/errors.ts';

/** A task that ends when told to. */
const heldTask = (): {
  task: () => Promise<string>;
  finish: (name: string) => void;
  begun: () => boolean;
} => {
  let finish: (name: string) => void = () => undefined;
  let begun = false;
  const done = new Promise<string>((resolve) => {
    finish = resolve;
  });
  return {
    task: async () => {
      begun = true;
      return done;
    },
    finish,
    begun: () => begun,
  };
};
const codeOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  );
const settle = async (): Promise<void> => new Promise((done) => setImmediate(done));

describe('print queue', () => {
  it('runs as many as there are places, the others in the order in which they came', async () => {
    const queue = createPrintQueue(2, 20);
    const tasks = Array.from({ length: 4 }, heldTask);
    const results = tasks.map(async ({ task }) => queue.run(task));
    await settle();
    expect(tasks.map(({ begun }) => begun())).to.deep.equal([true, true, false, false]);
    tasks[1]?.finish('second');
    await settle();
    expect(tasks.map(({ begun }) => begun())).to.deep.equal([true, true, true, false]);
    for (const { finish } of tasks) finish('end');
    expect(await Promise.all(results)).to.deep.equal(['end', 'second', 'end', 'end']);
  });

  it('refuses at once when too many wait, and takes more when one is done', async () => {
    const queue = createPrintQueue(1, 1);
    const [first, second, third] = [heldTask(), heldTask(), heldTask()];
    const running = [queue.run(first.task), queue.run(second.task)];
    expect(await codeOf(queue.run(third.task))).to.equal('renderer-busy');
    expect(third.begun()).to.equal(false);
    first.finish('one');
    await settle();
    const late = queue.run(third.task);
    second.finish('two');
    third.finish('three');
    expect(await Promise.all([...running, late])).to.deep.equal(['one', 'two', 'three']);
  });

  it('frees its place when a task fails', async () => {
    const queue = createPrintQueue(1, 1);
    const failing = queue.run(async () => Promise.reject(new Error('broke')));
    const next = queue.run(async () => 'fine');
    expect(await failing.catch((error: unknown) => (error as Error).message)).to.equal('broke');
    expect(await next).to.equal('fine');
  });

  it('refuses who waits and who comes once it is shut, and lets the running end', async () => {
    const queue = createPrintQueue(1, 5);
    const held = heldTask();
    const running = queue.run(held.task);
    const waiting = codeOf(queue.run(async () => 'never'));
    await settle();
    queue.shut();
    expect(await waiting).to.equal('renderer-unavailable');
    expect(await codeOf(queue.run(async () => 'never'))).to.equal('renderer-unavailable');
    held.finish('ended');
    expect(await running).to.equal('ended');
  });
});
