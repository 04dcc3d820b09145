import { performance } from 'node:perf_hooks';

/** One figure of a benchmark: the median over n runs. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly n: number;
  readonly note: string;
};

export type Measured<T> = {
  readonly result: T;
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
};

/** Runs it once to warm up, then `times` times. CPU time is this process's, all threads. */
export const measure = <T>(times: number, run: () => T): Measured<T> => {
  let result = run();
  const [wallMs, cpuMs]: [number[], number[]] = [[], []];
  for (let time = 0; time < times; time += 1) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    result = run();
    wallMs.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    cpuMs.push((user + system) / 1000);
  }
  return { result, wallMs, cpuMs };
};

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

const round = (value: number): number => Number(value.toPrecision(4));

/** Wall time in milliseconds, with its range and the CPU time in the note. */
export const timeFigure = (name: string, { wallMs, cpuMs }: Measured<unknown>, note = ''): Figure => {
  const range = `${round(Math.min(...wallMs))} to ${round(Math.max(...wallMs))} ms, CPU ${round(median(cpuMs))} ms`;
  return {
    name,
    value: round(median(wallMs)),
    unit: 'ms',
    n: wallMs.length,
    note: note ? `${range}; ${note}` : range,
  };
};

/** One line a figure: JSON when the command line asks for it, else words. */
export const printFigure = (figure: Figure): void => {
  const line = process.argv.includes('--json')
    ? JSON.stringify(figure)
    : `${figure.name.padEnd(58)} ${String(figure.value).padStart(9)} ${figure.unit.padEnd(6)} (n ${figure.n}; ${figure.note})`;
  process.stdout.write(`${line}\n`);
};
