import type { Block } from '../blocks.ts';
import type { LedgerFacts, ReportInput } from '../input.ts';

/** A document of one side of paper: plain data, printed by templates/report/one-side.hbs on a page and as a PDF. */
export type OneSide = {
  readonly title: string;
  /** 'Quick record, internal edition'. */
  readonly kicker: string;
  /** Where it stands, in a sentence. */
  readonly status: string;
  /** DRAFT, Example data. */
  readonly marks: readonly string[];
  readonly blocks: readonly Block[];
  readonly foot: OneSideFoot;
};

/** A sheet is always made from a ledger. */
export type OneSideInput = ReportInput & { readonly ledger: LedgerFacts };

/** How a reader checks the sheet against the record. */
export type OneSideFoot = { readonly words: string; readonly code: string; readonly qrDrawing: string };

export const buildFoot = (ledger: LedgerFacts): OneSideFoot => ({
  words: ledger.verifyUrl
    ? `Made from entry ${ledger.seq} of its record. Check it at ${ledger.verifyUrl.replace(/\?.*$/, '')} with the code`
    : `Made from entry ${ledger.seq} of its record. Whoever runs the service can check the code`,
  code: ledger.verifyCode,
  qrDrawing: ledger.qrDrawing,
});
