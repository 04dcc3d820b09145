import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type RawSheet = {
  readonly name: string;
  /** What stands between <sheetData> and </sheetData>. */
  readonly rows: string;
  /** What stands after </sheetData>: merges, rules. */
  readonly after?: string;
  /** 'hidden' or 'veryHidden'. */
  readonly state?: string;
};

export type RawWorkbook = {
  readonly sheets: readonly RawSheet[];
  readonly sharedStrings?: string;
  /** The cell formats, an <xf> each; the first is the plain one. */
  readonly formats?: string;
  readonly numberFormats?: string;
  readonly from1904?: boolean;
  /** Further parts, or other content for those that are made here. */
  readonly parts?: Readonly<Record<string, string>>;
};

/** A workbook written part by part, for what a writer would never write. */
export const rawWorkbookParts = (workbook: RawWorkbook): Record<string, string> => {
  const { sheets, sharedStrings, formats = '<xf numFmtId="0"/>', numberFormats = '', from1904 } = workbook;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${
      sharedStrings === undefined
        ? ''
        : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    }${sheets
      .map(
        (_sheet, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_sheet, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join('')}${relation('rIdStyles', 'styles', 'styles.xml')}${
      sharedStrings === undefined ? '' : relation('rIdStrings', 'sharedStrings', 'sharedStrings.xml')
    }</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${numberFormats}<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`,
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': sharedStrings }),
    ...Object.fromEntries(
      sheets.map(({ rows, after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
    ...workbook.parts,
  };
};

/** The same files give the same bytes, whenever they are made. */
export const zipParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: new Date(1980, 0, 1), level: 6 },
  );

export const rawWorkbook = (workbook: RawWorkbook): Uint8Array => zipParts(rawWorkbookParts(workbook));
