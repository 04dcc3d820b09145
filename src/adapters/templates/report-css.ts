import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built style sheet of the report, for a document that must stand alone. Assets are built before anything runs. */
export const loadReportCss = (assetsFolder: string): string => {
  const version = readFileSync(join(assetsFolder, 'version.txt'), 'utf8').trim();
  return readFileSync(join(assetsFolder, version, 'report.css'), 'utf8');
};
