/**
 * npm test: the cheap checks side by side, then every test. All of them run whatever fails, each
 * failure is shown whole, and the last line counts checks and tests together.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { runNode, stoppable } from './child.mjs';
import { prepare } from './prepare.mjs';
import { inProject, NotReady, readIfThere, toolPath } from './project.mjs';
import { testEnvironment } from './test-environment.mjs';

/** The slowest first; two at a time. */
const checks = [
  {
    name: 'lint',
    run: () =>
      runTool(['eslint'], '--config', '.config/eslint.config.js', '--max-warnings', '0', 'src', 'test'),
  },
  { name: 'types', run: () => runTool(['typescript', 'tsc'], '--noEmit', '--project', '.') },
  { name: 'formatting', run: () => runTool(['prettier'], '--check', '--log-level', 'warn', '.') },
  {
    name: 'import rules',
    run: () =>
      runTool(
        ['dependency-cruiser', 'depcruise'],
        '--config',
        '.config/dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        'src',
      ),
  },
];
const SIDE_BY_SIDE = 2;

/** Files of tests side by side. Each has its own folder, port and browser, so none hears of another. */
const JOBS = String(Math.min(4, Math.max(SIDE_BY_SIDE, availableParallelism())));

const runTool = (tool, ...args) =>
  runNode([toolPath(...tool), ...args], { output: 'keep', env: testEnvironment() });

export const runTests = async () => {
  const built = await runBuild();
  const results = await stoppable(runChecks);
  const tests = await stoppable(runSpecs);
  const failedChecks = [built, ...results].filter((passed) => !passed).length;
  const passed = results.length + 1 - failedChecks + tests.passes;
  const failed = failedChecks + tests.failures;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
};

const tell = (name, passed, started, text) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name} (${seconds} s)\n`);
  if (!passed) process.stdout.write(`${text.trimEnd().replace(/^/gm, '    ')}\n\n`);
  return passed;
};

/** The tests that start the real server need it built; when it does not build, the rest is still worth knowing. */
const runBuild = async () => {
  const started = performance.now();
  try {
    await prepare(['packages', 'build', 'browser']);
    return tell('build', true, started, '');
  } catch (error) {
    if (!(error instanceof NotReady)) throw error;
    return tell('build', false, started, error.message);
  }
};

const runChecks = async () => {
  const waiting = [...checks];
  const passed = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const started = performance.now();
      const { code, text } = await check.run();
      passed.push(tell(check.name, code === 0, started, text));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return passed;
};

/** The counts come from the reporter; a run that ends without them, or worse than they say, is one more failure. */
const runSpecs = async () => {
  const counts = inProject('.cache', 'test-counts.json');
  mkdirSync(inProject('.cache'), { recursive: true });
  rmSync(counts, { force: true });
  const mocha = [toolPath('mocha'), '--config', '.config/mocharc.json', '--parallel', '--jobs', JOBS];
  const reporter = [
    '--reporter',
    inProject('.config', 'reporter.mjs'),
    '--reporter-option',
    `counts=${counts}`,
  ];
  const { code } = await runNode([...mocha, ...reporter], { output: 'inherit', env: testEnvironment() });
  const { passes, failures } = JSON.parse(readIfThere(counts) ?? '{ "passes": 0, "failures": 0 }');
  if (code === 0 || failures > 0) return { passes, failures };
  process.stdout.write(`FAILED  the test run itself: it ended with code ${code}\n`);
  return { passes, failures: 1 };
};

/** Every test once more, one after the other, and how much of src they went through. */
export const runCoverage = async () => {
  const mocha = [toolPath('mocha'), '--config', '.config/mocharc.json', '--reporter', 'dot'];
  const { code } = await runNode([toolPath('c8'), process.execPath, ...mocha], {
    output: 'inherit',
    env: testEnvironment(),
  });
  process.exitCode = code;
};
