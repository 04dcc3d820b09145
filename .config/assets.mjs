/**
 * Builds what pages load into .build/assets/<version>/: the style sheet, the scripts, the fonts and the icon. The version
 * is a hash of everything that goes in, so an unchanged build is recognised at once and files may be cached for ever.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles, inProject, listFiles, readIfThere } from './project.mjs';

const source = inProject('src', 'assets');
const target = inProject('.build', 'assets');
const versionFile = join(target, 'version.txt');
const modules = inProject('node_modules');

const nhsukScript = join(modules, 'nhsuk-frontend', 'dist', 'nhsuk', 'nhsuk-frontend.min.js');
const fontFolder = join(modules, '@fontsource', 'atkinson-hyperlegible');

const version = () =>
  hashFiles([
    fileURLToPath(import.meta.url),
    ...listFiles(source),
    ...['nhsuk-frontend', '@fontsource/atkinson-hyperlegible', 'sass'].map((name) =>
      join(modules, name, 'package.json'),
    ),
  ]).slice(0, 12);

/** The pages' style sheet, and the report's, which the PDF carries inside. */
const buildStyles = async (folder) => {
  const sass = await import('sass');
  for (const name of ['counterweight', 'report']) {
    const { css } = sass.compile(join(source, `${name}.scss`), {
      style: 'compressed',
      loadPaths: [source, modules],
      quietDeps: true,
      silenceDeprecations: ['import', 'global-builtin'],
    });
    if (/(url\(|@import)\s*["']?(https?:)?\/\//i.test(css))
      throw new Error('The style sheet loads something from another origin.');
    writeFileSync(join(folder, `${name}.css`), css);
  }
};

/** In the browser the package's name is the copy beside the script. */
const copyScripts = (folder) => {
  for (const file of listFiles(source).filter((path) => path.endsWith('.js'))) {
    const text = readFileSync(file, 'utf8').replace(
      "from 'nhsuk-frontend'",
      "from './nhsuk-frontend.min.js'",
    );
    writeFileSync(join(folder, basename(file)), text);
  }
  const nhsuk = readFileSync(nhsukScript, 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
  writeFileSync(join(folder, 'nhsuk-frontend.min.js'), nhsuk);
};

const copyPictures = (folder) => {
  for (const file of listFiles(source).filter((path) => path.endsWith('.svg')))
    cpSync(file, join(folder, basename(file)));
};

const copyFonts = (folder) => {
  mkdirSync(join(folder, 'fonts'));
  const wanted = readdirSync(join(fontFolder, 'files')).filter((name) => name.endsWith('.woff2'));
  for (const name of wanted) cpSync(join(fontFolder, 'files', name), join(folder, 'fonts', name));
  cpSync(join(fontFolder, 'LICENSE'), join(folder, 'fonts', 'LICENSE'));
};

/** Another process may have built the same version meanwhile: its folder is as good as ours. */
const publish = (staging, folder) => {
  if (existsSync(folder)) rmSync(staging, { recursive: true, force: true });
  else renameSync(staging, folder);
};

/**
 * The folder appears by rename, so a server never sees it half made; the one before it stays, for a server that started
 * with it.
 */
const buildAssets = async () => {
  const name = version();
  if (readIfThere(versionFile) === name && existsSync(join(target, name))) return;
  const staging = join(dirname(target), `assets-${process.pid}`);
  try {
    mkdirSync(staging, { recursive: true });
    await buildStyles(staging);
    copyScripts(staging);
    copyPictures(staging);
    copyFonts(staging);
    putInPlace(staging, name);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
};

const putInPlace = (staging, name) => {
  mkdirSync(target, { recursive: true });
  const kept = [name, readIfThere(versionFile), basename(versionFile)];
  for (const old of readdirSync(target)) {
    if (!kept.includes(old)) rmSync(join(target, old), { recursive: true, force: true });
  }
  try {
    renameSync(staging, join(target, name));
  } catch (error) {
    // Another process built the same version meanwhile; its files are these, byte for byte.
    if (!existsSync(join(target, name, 'counterweight.css'))) throw error;
  }
  writeFileSync(versionFile, name);
};

await buildAssets();
