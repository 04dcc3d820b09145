/** The build: src/ as JavaScript in .build/src, and the style sheet and scripts that the pages use. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { runNode } from './child.mjs';
import { packagesMark } from './install.mjs';
import { hashFiles, inProject, listFiles, NotReady, readIfThere, say, toolPath } from './project.mjs';

const out = inProject('.build', 'src');
const stampFile = inProject('.build', 'ready');
const assetsScript = inProject('.config', 'assets.mjs');

const sources = () => [
  ...listFiles(inProject('src')),
  ...listFiles(assetsScript),
  ...['tsconfig.json', '.config/tsconfig.build.json', 'package.json'].map((file) => inProject(file)),
];

const buildMark = () => `${hashFiles(sources())} ${packagesMark()}`;

export const buildReady = () => existsSync(out) && readIfThere(stampFile) === buildMark();

export const build = async () => {
  say('building');
  const mark = buildMark();
  // Without its stamp a build was cut short: nothing of it is trusted. With it, only what changed is built.
  if (!existsSync(out) || !existsSync(stampFile))
    rmSync(inProject('.build'), { recursive: true, force: true });
  rmSync(stampFile, { force: true });
  removeOrphans();
  const [types, assets] = await Promise.all([
    runNode([toolPath('typescript', 'tsc'), '--project', '.config/tsconfig.build.json']),
    existsSync(assetsScript) ? runNode([assetsScript]) : { code: 0 },
  ]);
  if (types.code !== 0) throw new NotReady('The sources do not compile; what the compiler said is above.');
  if (assets.code !== 0)
    throw new NotReady('The style sheet and scripts could not be built; the reason is above.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, mark);
};

/** What was built from a source file that is no longer there. */
const removeOrphans = () => {
  if (!existsSync(out)) return;
  for (const file of listFiles(out)) {
    const source = inProject('src', relative(out, file));
    if (!existsSync(source) && !existsSync(source.replace(/\.js$/, '.ts'))) rmSync(file);
  }
};
