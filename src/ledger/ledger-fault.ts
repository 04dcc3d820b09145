/**
 * Everything that can be wrong with a ledger, as a closed list: docs/ledger-format.md says what each means, and
 * test/golden/ledger/invalid holds at least one file for each.
 */
export const LEDGER_FAULT_CODES = [
  // The bytes are not the one form that a document may have.
  'not-utf8',
  'byte-order-mark',
  'not-json',
  'too-deep',
  'white-space',
  'missing-newline',
  'key-order',
  'duplicate-key',
  'number-form',
  'escape-form',
  'unicode-form',
  'not-canonical',
  // A part is not of the shape that the format gives it.
  'wrong-format',
  'wrong-version',
  'wrong-form',
  'extra-key',
  'missing-key',
  'hash-form',
  'salt-not-canonical',
  'too-many-sections',
  'duplicate-section',
  'reused-salt',
  // The entries are not one whole chain.
  'no-entries',
  'wrong-decision',
  'missing-entry',
  'reused-seq',
  'swapped-order',
  'wrong-genesis',
  'broken-link',
  // The content is not what was recorded.
  'edited-entry',
  'edited-section',
  'opening-without-commit',
  'erased-section-present',
  // The ledger is not the one that somebody else has seen.
  'known-head-absent',
] as const;

export type LedgerFaultCode = (typeof LEDGER_FAULT_CODES)[number];

/** `path` is a JSON pointer into the export ('' for the whole); `seq` and `section` name the place in the ledger. */
export type LedgerFault = {
  readonly code: LedgerFaultCode;
  readonly path: string;
  readonly seq?: number;
  readonly section?: string;
  readonly message: string;
};
