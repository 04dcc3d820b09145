import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a printed document's words, order and looks come from, and the versions of all packages. */
const SHAPING = [
  ...['src/core', 'src/ledger', 'src/report', 'src/assets', 'templates', 'package-lock.json'],
  ...['src/adapters/pdf', 'src/adapters/templates', 'src/adapters/qr'],
  ...['render-report.ts', 'report-case.ts', 'read-decision.ts', 'decision-log.ts'].map(
    (name) => `src/usecases/${name}`,
  ),
];

/**
 * Which program prints: its version and a mark of the very files that shape a document, such as
 * 'Counterweight 0.1.0 (4f9a02b1c7de)'. Two programs with the same mark and the same browser print the same record
 * alike; with another mark a difference proves nothing. 'unknown' where the sources do not lie beside the program.
 */
export const loadProgramMark = (projectRoot: string): string => {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `Counterweight ${version} (${markOf(projectRoot) ?? 'unknown'})`;
};

const markOf = (projectRoot: string): string | undefined => {
  const hash = createHash('sha256');
  for (const path of SHAPING) {
    const full = join(projectRoot, path);
    if (!existsSync(full)) return undefined;
    for (const file of statSync(full).isDirectory() ? listFiles(full) : [full]) {
      // Line ends are as the checkout made them.
      hash.update(readFileSync(file, 'latin1').replace(/\r\n/g, '\n'), 'latin1').update('\0');
    }
  }
  return hash.digest('hex').slice(0, 12);
};

/** Folder by folder, each in the order of its names' characters. */
const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => (one.isDirectory() ? listFiles(join(folder, one.name)) : [join(folder, one.name)]));
