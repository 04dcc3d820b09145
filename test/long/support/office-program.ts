import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const HOW_TO_INSTALL =
  'LibreOffice is not installed. On Debian: apt-get install -y --no-install-recommends libreoffice-calc. Elsewhere: say where with SOFFICE_PATH.';

const PLACES = [
  '/usr/bin/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];

/** Where SOFFICE_PATH says, or where it is usually put. */
export const findOffice = (): string | undefined => {
  const said = process.env['SOFFICE_PATH'];
  return (said === undefined ? PLACES : [said]).find((place) => existsSync(place));
};

export const officeVersion = (office: string): string =>
  execFileSync(office, ['--version'], { encoding: 'utf8', timeout: 120_000 }).trim();

/** Text as a literal of LibreOffice Basic, which knows no escapes. */
export const basicText = (text: string): string =>
  text
    .split(/([\r\n\t])/)
    .filter((part) => part !== '')
    .map((part) =>
      /^[\r\n\t]$/.test(part) ? `Chr(${part.charCodeAt(0)})` : `"${part.replaceAll('"', '""')}"`,
    )
    .join(' & ') || '""';

const FILTERS = {
  xlsx: ['Calc MS Excel 2007 XML', ''],
  /** Semicolon, quotation marks, UTF-8, what cells show. */
  csv: ['Text - txt - csv (StarCalc)', '59,34,76,1,,0,false,true'],
} as const;

export type Office = {
  /**
   * Opens a file in LibreOffice without a window, as a person would, runs these lines of Basic on its first sheet (called
   * `sheet`), and saves it under each name; the ending says in which format.
   */
  readonly edit: (source: string, lines: readonly string[], targets: readonly string[]) => Promise<void>;
  /** Opens each workbook and saves it as it is, under its own name in another folder. */
  readonly resave: (sources: readonly string[], folder: string) => Promise<void>;
  readonly close: () => void;
};

/**
 * A LibreOffice with a profile of its own, thrown away afterwards. It lays its profile out when it first starts, macros
 * and all, so ours are put there after that.
 */
export const openOffice = (office: string): Office => {
  const profile = mkdtempSync(join(tmpdir(), 'counterweight-office-'));
  const basic = join(profile, 'user', 'basic');
  const library = join(basic, 'Standard');
  const surroundings = [
    '--headless',
    '--norestore',
    '--nologo',
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
  ];
  execFileSync(office, [...surroundings, '--terminate_after_init'], { stdio: 'ignore', timeout: 180_000 });
  mkdirSync(library, { recursive: true });
  const head = (type: string, dtd: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${type} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${dtd}">\n`;
  for (const kind of ['script', 'dialog']) {
    writeFileSync(
      join(basic, `${kind}.xlc`),
      `${head('library:libraries', 'libraries.dtd')}<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/${kind}.xlb/" xlink:type="simple" library:link="false"/></library:libraries>`,
    );
    writeFileSync(
      join(library, `${kind}.xlb`),
      `${head('library:library', 'library.dtd')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${kind === 'script' ? '<library:element library:name="Fill"/>' : ''}</library:library>`,
    );
  }
  const edit = async (
    source: string,
    lines: readonly string[],
    targets: readonly string[],
  ): Promise<void> => {
    const code = macro(source, lines, targets);
    const escaped = code
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
    writeFileSync(
      join(library, 'Fill.xba'),
      `${head('script:module', 'module.dtd')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">${escaped}</script:module>`,
    );
    await run(office, [...surroundings, 'macro:///Standard.Fill.Main']);
    for (const target of targets) {
      if (!existsSync(target)) throw new Error(`LibreOffice did not write ${target}.`);
    }
  };
  const resave = (sources: readonly string[], folder: string): Promise<void> =>
    run(office, [...surroundings, '--convert-to', 'xlsx', '--outdir', folder, ...sources]);
  return { edit, resave, close: () => rmSync(profile, { recursive: true, force: true }) };
};

const macro = (source: string, lines: readonly string[], targets: readonly string[]): string =>
  [
    'Sub Main',
    '  Dim how(0) As New com.sun.star.beans.PropertyValue',
    '  how(0).Name = "Hidden"',
    '  how(0).Value = True',
    `  doc = StarDesktop.loadComponentFromURL(${basicText(pathToFileURL(source).href)}, "_blank", 0, how())`,
    '  sheet = doc.Sheets.getByIndex(0)',
    ...lines.map((line) => `  ${line}`),
    '  Dim way(1) As New com.sun.star.beans.PropertyValue',
    '  way(0).Name = "FilterName"',
    '  way(1).Name = "FilterOptions"',
    ...targets.flatMap((target) => {
      const [filter, options] = target.endsWith('.csv') ? FILTERS.csv : FILTERS.xlsx;
      return [
        `  way(0).Value = ${basicText(filter)}`,
        `  way(1).Value = ${basicText(options)}`,
        `  doc.storeToURL(${basicText(pathToFileURL(target).href)}, way())`,
      ];
    }),
    '  doc.close(True)',
    '  StarDesktop.terminate()',
    'End Sub',
  ].join('\n');

const run = (command: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(command, [...args], { timeout: 180_000 }, (error, _out, err) =>
      error ? reject(new Error(`${command} failed: ${err || error.message}`)) : resolve(),
    );
  });
