import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The same case on Node 20, 22 and 24 must give the same bytes. Each version comes from npm as the package of its
 * binary, into a folder of its own that is removed again; what runs is what was built. A control: one score more must
 * give other bytes, or the comparison would say nothing.
 */
const VERSIONS = ['20.19.0', '22', '24'];
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'counterweight-nodes-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const given = JSON.parse(readFileSync(join(root, 'docs', 'examples', 'skills-booking.json'), 'utf8')) as {
  marks: { score: number }[];
};

const CASES: Readonly<Record<string, object>> = {
  near: { ...given, settings: { draws: 20_000 } },
  order: { ...given, settings: { weightUncertainty: 'order', draws: 20_000 } },
  panel: { ...given, settings: { weightUncertainty: 'any', scoreUncertainty: 'panel', draws: 20_000 } },
  margin: { ...given, settings: { scoreUncertainty: 'margin', scoreMargin: 0.7, draws: 20_000 } },
};

const installNode = (version: string): string => {
  const place = join(folder, version);
  mkdirSync(place);
  writeFileSync(join(place, 'package.json'), '{ "private": true }');
  const binary = `binary@npm:node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${version}`;
  execFileSync(npm, ['install', '--no-save', '--ignore-scripts', binary], { cwd: place, stdio: 'ignore' });
  const names = [join('bin', 'node'), join('bin', 'node.exe')].map((name) =>
    join(place, 'node_modules', 'binary', name),
  );
  const found = names.find((name) => existsSync(name));
  if (!found) throw new Error(`Node ${version} was not found where npm put it.`);
  return found;
};

const digestOf = (node: string, name: string, content: object): string => {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(content));
  const cli = join(root, '.build', 'src', 'cli.js');
  const bytes = execFileSync(node, [cli, 'evaluate', file, '--json'], { maxBuffer: 2 ** 26 });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
};

try {
  let faults = 0;
  const here = Object.entries(CASES).map(([name, content]) => digestOf(process.execPath, name, content));
  for (const version of VERSIONS) {
    const node = installNode(version);
    const found = Object.entries(CASES).map(([name, content]) => digestOf(node, name, content));
    const same = found.filter((digest, index) => digest === here[index]).length;
    faults += found.length - same;
    const called = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    console.log(`${called}: ${same} of ${found.length} results the same bytes as on ${process.version}`);
  }
  const changed = structuredClone(given);
  const first = changed.marks[0];
  if (first) first.score = first.score === 0 ? 1 : first.score - 1;
  const caught =
    digestOf(process.execPath, 'control', { ...changed, settings: { draws: 20_000 } }) !== here[0];
  console.log(`control, one score changed: ${caught ? 'other bytes' : 'THE SAME BYTES'}`);
  process.exitCode = faults === 0 && caught ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
