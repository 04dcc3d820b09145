/** Where things are, how to say something, and the one kind of fault that ends a preparation with a sentence. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

export const inProject = (...parts) => join(root, ...parts);

/** The folder cannot be made ready. The message is for a person: what happened and how to put it right. */
export class NotReady extends Error {}

export const say = (sentence) => process.stderr.write(`counterweight: ${sentence}\n`);

/** Undefined when there is no such file. */
export const readIfThere = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
};

/** Every file below a folder (or the one file), in a fixed order; empty when there is none. */
export const listFiles = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** SHA-256 over names and contents: a touched or freshly copied file with the same bytes changes nothing. */
export const hashFiles = (files) => {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};

/** The script behind a package's command, to be run with this very Node: no shell, no .cmd files on Windows. */
export const toolPath = (name, command = name) => {
  const { bin } = JSON.parse(readFileSync(inProject('node_modules', name, 'package.json'), 'utf8'));
  return inProject('node_modules', name, typeof bin === 'string' ? bin : bin[command]);
};
