/** A dot a test, every failure in full at the end, the files that took longest, and the counts left in a file. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import Mocha from 'mocha';

const SHOWN = 8;

export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const file = options.reporterOptions?.counts;
    const seconds = new Map();
    runner.on('test end', (test) => {
      const name = relative(process.cwd(), test.file ?? '');
      seconds.set(name, (seconds.get(name) ?? 0) + (test.duration ?? 0) / 1000);
    });
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      if (file !== undefined) writeFileSync(file, JSON.stringify({ passes, failures }));
      const slowest = [...seconds].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
      for (const [name, took] of slowest) process.stdout.write(`  ${took.toFixed(1)} s  ${name}\n`);
    });
  }
}
