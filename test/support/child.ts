import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts a TypeScript file of ours in a process of its own; `lines` is what it prints, one line at a time. */
export const startChild = (
  script: URL,
  args: readonly string[],
): { readonly child: ChildProcess; readonly lines: AsyncIterable<string>; readonly ended: Promise<void> } => {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines: createInterface({ input: child.stdout }), ended };
};

export const linesOf = async (started: ReturnType<typeof startChild>): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of started.lines) lines.push(line);
  await started.ended;
  return lines;
};
