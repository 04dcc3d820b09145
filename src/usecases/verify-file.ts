import { verifyExport } from '../ledger/verify.ts';
import type { PdfReader } from './ports.ts';

export type FileVerdict = {
  readonly intact: boolean;
  /** Sentences for a person, the verdict first. */
  readonly lines: readonly string[];
};

type VerifyPorts = {
  readonly pdfReader: PdfReader;
  /** Evaluates a case again from its bytes; throws a DomainError when it cannot be. */
  readonly recomputeCase: (bytes: Uint8Array) => Promise<unknown>;
};

const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';

/** Says of a ledger export, or of a PDF that carries one, whether anything in it was changed. */
export const verifyFile = async (ports: VerifyPorts, bytes: Uint8Array): Promise<FileVerdict> => {
  if (!isPdf(bytes)) return verdictOf(bytes);
  const attached = await ports.pdfReader.loadAttachment(bytes);
  if (!attached) return { intact: false, lines: ['faulty: this PDF carries no export and no case.'] };
  if (attached.fileName === 'case.json') {
    await ports.recomputeCase(attached.bytes);
    return {
      intact: true,
      lines: [
        'recomputed: this report carries its case, and the case gives a result.',
        'It has no ledger, so nothing shows who recorded it or when.',
      ],
    };
  }
  return verdictOf(attached.bytes);
};

const parts = (count: number, word: string): string =>
  `${count} ${count === 1 ? 'part is' : 'parts are'} ${word}`;

const verdictOf = (bytes: Uint8Array): FileVerdict => {
  const found = verifyExport(bytes);
  if (!found.intact) {
    const faults = found.faults.map((fault) => fault.message);
    return {
      intact: false,
      lines: [`faulty: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} found`, ...faults],
    };
  }
  return {
    intact: true,
    lines: [
      `intact: ${found.entries} entries, ${parts(found.withheld, 'withheld')}, ${parts(found.erased, 'erased')}`,
      ...(found.verifyCode ? [`verify code ${found.verifyCode}`] : []),
    ],
  };
};
