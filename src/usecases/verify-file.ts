import { parseExport } from '../ledger/export.ts';
import type { LedgerFault } from '../ledger/ledger-fault.ts';
import { verifyExport } from '../ledger/verify.ts';
import { comparePrint } from './compare-print.ts';
import type { Comparison, Reprint } from './compare-print.ts';
import type { CaseReader } from './evaluate-case.ts';
import { recomputeCase } from './evaluate-case.ts';
import type { PdfReader } from './ports.ts';
import { recordOfEntries } from './read-decision.ts';
import type { ReportPdfPorts } from './render-report.ts';
import { renderSheetPdf, sheetOfFileName } from './render-one-side.ts';
import { editionOfFileName, renderReportPdf } from './render-report.ts';
import { reportCase } from './report-case.ts';
import { withheldWords } from './withheld-words.ts';

export type FileVerdict = {
  readonly intact: boolean;
  /** Sentences for a person, the verdict first. */
  readonly lines: readonly string[];
  /** What was not checked, or is for the reader to look at. */
  readonly remarks: readonly string[];
};

export type VerifyPrinter = Omit<ReportPdfPorts, 'baseUrl' | 'reachable'>;

export type VerifyPorts = {
  readonly pdfReader: PdfReader;
  readonly caseFiles: Pick<CaseReader, 'parseCase'>;
  readonly withPrinter: <T>(use: (printer: VerifyPrinter) => Promise<T>) => Promise<T>;
};

const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/**
 * Says of a ledger export, or of a PDF that carries one, whether anything in it was changed: first of the record, then
 * of the pages, which are compared with a fresh print of the record inside.
 */
export const verifyFile = async (ports: VerifyPorts, bytes: Uint8Array): Promise<FileVerdict> => {
  if (!isPdf(bytes)) return verdictOfRecord(bytes);
  const attached = await ports.pdfReader.loadAttachment(bytes);
  if (!attached) {
    return { intact: false, lines: ['faulty: this PDF carries no export and no case.'], remarks: [] };
  }
  const isCase = attached.fileName === 'case.json';
  const verdict = isCase ? await verdictOfCase(ports, attached.bytes) : verdictOfRecord(attached.bytes);
  if (!verdict.intact) return verdict;
  const reprint = isCase
    ? reprintCase(ports, attached.bytes)
    : reprintRecord(ports, attached.fileName, attached.bytes);
  const found: Comparison = reprint
    ? await comparePrint(ports.pdfReader, bytes, reprint)
    : {
        outcome: 'not-compared',
        why: 'the file inside does not have the name that says which edition it is.',
      };
  return withPages(verdict, found);
};

const reprintCase =
  (ports: VerifyPorts, bytes: Uint8Array): Reprint =>
  async () => {
    const loaded = await ports.caseFiles.parseCase('case.json', bytes);
    return ports.withPrinter(async (printer) => (await reportCase(printer, loaded)).pdf);
  };

const reprintRecord = (ports: VerifyPorts, fileName: string, bytes: Uint8Array): Reprint | undefined => {
  const { decision, entries } = parseExport(bytes);
  const edition = editionOfFileName(decision, fileName);
  const sheet = sheetOfFileName(decision, fileName);
  if (!edition && !sheet) return undefined;
  return (checkAt) => {
    const record = recordOfEntries(entries);
    const address = { baseUrl: checkAt ?? '', reachable: checkAt !== null };
    return ports.withPrinter((printer) => {
      const maker = { ...printer, ...address };
      return sheet
        ? renderSheetPdf(maker, record, sheet.name, sheet.edition)
        : renderReportPdf(maker, record, edition ?? 'shareable');
    });
  };
};

/** The record's verdict, and what the pages add to it. */
const withPages = (verdict: FileVerdict, found: Comparison): FileVerdict => {
  switch (found.outcome) {
    case 'same-bytes':
    case 'same-pages': {
      const line =
        found.outcome === 'same-bytes'
          ? 'pages: printed again from the record inside, the document is the same byte for byte'
          : 'pages: every page shows what the record inside gives when it is printed again; the file was saved again since';
      const remarks = found.checkAt
        ? [
            `The document sends its reader to ${found.checkAt} to check its code. See that this is the service that you know.`,
          ]
        : [];
      return { intact: true, lines: [...verdict.lines, line], remarks };
    }
    case 'differs':
      if (found.sameMaker) {
        return {
          intact: false,
          lines: ['faulty: the pages do not show what the record inside says', found.where],
          remarks: ['The record inside is intact by itself; only the pages differ from it.'],
        };
      }
      return {
        ...verdict,
        remarks: [
          `Only the record inside was checked, not the pages: another version may print the same record otherwise. ${found.makers}`,
          `The first difference: ${found.where}`,
          'To be sure, verify it with the version that made it, or download the document again and compare.',
        ],
      };
    case 'not-compared':
      return {
        ...verdict,
        remarks: [`Only the record inside was checked, not the pages. The reason: ${found.why}`],
      };
  }
};

const verdictOfCase = async (ports: VerifyPorts, bytes: Uint8Array): Promise<FileVerdict> => {
  await recomputeCase(ports.caseFiles, bytes);
  return {
    intact: true,
    lines: [
      'recomputed: this report carries its case, and the case gives a result.',
      'It has no ledger, so nothing shows who recorded it or when.',
    ],
    remarks: [],
  };
};

const parts = (count: number, word: string): string =>
  `${count} ${count === 1 ? 'part is' : 'parts are'} ${word}`;

/** Where in the ledger, where in the file, and what: one line. */
const faultLine = ({ seq, section, path, message }: LedgerFault): string => {
  const place = [
    ...(seq === undefined ? [] : [`Entry ${seq}`]),
    ...(section === undefined ? [] : [`section '${section}'`]),
    ...(path === '' ? [] : [`at ${path}`]),
  ].join(', ');
  return place === '' ? message : `${place}: ${message}`;
};

const verdictOfRecord = (bytes: Uint8Array): FileVerdict => {
  const found = verifyExport(bytes);
  if (!found.intact) {
    const count = found.faults.length;
    const verdict = `faulty: ${count} ${count === 1 ? 'fault' : 'faults'} found`;
    return { intact: false, lines: [verdict, ...found.faults.map(faultLine)], remarks: [] };
  }
  return {
    intact: true,
    lines: [
      `intact: ${found.entries} ${found.entries === 1 ? 'entry' : 'entries'}, ${parts(found.withheld, 'withheld')}, ${parts(found.erased, 'erased')}`,
      ...(found.verifyCode ? [`verify code ${found.verifyCode}`] : []),
      ...withheldWords(parseExport(bytes).entries),
    ],
    remarks: [],
  };
};
