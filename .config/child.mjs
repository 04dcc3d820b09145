/** Child processes: run one to its end, and never leave one behind when this process is told to stop. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

const running = new Set();
/** When this process was told to stop; from then on no child is started any more. */
let stoppedAt;

export const childPids = () => [...running].map((child) => child.pid);

/**
 * Runs a program to its end. `output`: 'keep' collects both streams into `text`, 'stderr' sends both to our stderr
 * (chatter), 'inherit' hands the child our own streams. Answers the exit code; a signal counts as 128 + its number.
 */
export const runChild = (program, args, { output = 'stderr', env = process.env, shell = false } = {}) =>
  new Promise((resolve, reject) => {
    if (stoppedAt !== undefined) return;
    const stdio = { keep: ['ignore', 'pipe', 'pipe'], stderr: ['ignore', 2, 2], inherit: 'inherit' }[output];
    const child = spawn(program, args, { cwd: root, env, stdio, shell, windowsHide: true });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    running.add(child);
    child.once('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({
        code: code ?? 128 + constants.signals[signal],
        text: Buffer.concat(chunks).toString('utf8'),
      });
    });
  });

/** Runs a script with this Node. */
export const runNode = (args, options) => runChild(process.execPath, args, options);

const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/** A terminal and npm both pass on one Ctrl-C; only a signal later than this is a second one. */
const SECOND_SIGNAL_MS = 2000;

/**
 * Does the work; a signal meanwhile stops the children, waits until they have tidied up (npm rolls an install back)
 * and ends this process, 'exit' listeners included. A second signal does not wait. Afterwards the signals are free
 * for whatever runs next.
 */
export const stoppable = async (work) => {
  const onSignal = (signal) => {
    if (stoppedAt !== undefined && performance.now() - stoppedAt < SECOND_SIGNAL_MS) return;
    for (const child of running) child.kill(stoppedAt === undefined ? 'SIGTERM' : 'SIGKILL');
    const last = stoppedAt !== undefined;
    stoppedAt ??= performance.now();
    Promise.allSettled(last ? [] : [...running.values()].map(hasEnded)).then(() =>
      process.exit(stops[signal]),
    );
  };
  for (const signal of Object.keys(stops)) process.on(signal, onSignal);
  try {
    return await work();
  } finally {
    // Whatever would come after the work must not begin.
    if (stoppedAt !== undefined) await new Promise(() => {});
    for (const signal of Object.keys(stops)) process.off(signal, onSignal);
  }
};

const hasEnded = (child) => new Promise((resolve) => child.once('close', resolve));
