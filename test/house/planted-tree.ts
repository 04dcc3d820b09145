import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

type CruiseResult = {
  readonly summary: {
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
    readonly totalCruised: number;
  };
};

/** Packages that stand for the real ones: the rules look at names, not at what is inside. */
const packages = ['mongoose', 'express', 'puppeteer', 'commander', 'handlebars'];

const scaffold: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(packages.map((name) => [name, '1.0.0'])),
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: { module: 'NodeNext', allowImportingTsExtensions: true },
  }),
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {};'],
    ]),
  ),
};

/** Runs the project's own import rules over a small made-up tree in a temporary folder. */
export const cruiseTree = async (
  files: Readonly<Record<string, string>>,
): Promise<{ readonly violations: readonly Violation[]; readonly modules: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'counterweight-rules-'));
  try {
    for (const [path, content] of Object.entries({ ...scaffold, ...files })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const { summary } = JSON.parse(await runCruiser(folder)) as CruiseResult;
    const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
    return { violations, modules: summary.totalCruised };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The exit code counts violations, so it says nothing here; the answer on stdout does. */
const runCruiser = (folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const cruiser = projectFile('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = projectFile('.config/dependency-cruiser.cjs');
    const args = [cruiser, '--config', config, '--output-type', 'json', 'src'];
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(stdout);
        else reject(error ?? new Error(stderr));
      },
    );
  });
