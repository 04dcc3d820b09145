/** Child processes: run one to its end, and never leave one behind when this process is told to stop. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './project.mjs';

const running = new Set();

/**
 * Runs a program to its end. `output`: 'keep' collects both streams into `text`, 'stderr' sends both to our stderr
 * (chatter), 'inherit' hands the child our own streams. Answers the exit code; a signal counts as 128 + its number.
 */
export const runChild = (program, args, { output = 'stderr', env = process.env, shell = false } = {}) =>
  new Promise((resolve, reject) => {
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

/**
 * Does the work; a signal meanwhile stops the children and ends this process ('exit' listeners still run).
 * Afterwards the signals are free again for whatever runs next.
 */
export const stoppable = async (work) => {
  const onSignal = (signal) => {
    for (const child of running) child.kill('SIGTERM');
    process.exit(stops[signal]);
  };
  for (const signal of Object.keys(stops)) process.on(signal, onSignal);
  try {
    return await work();
  } finally {
    for (const signal of Object.keys(stops)) process.off(signal, onSignal);
  }
};
