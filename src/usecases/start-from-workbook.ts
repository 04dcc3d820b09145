import type { Json } from '../core/errors.ts';
import { DomainError } from '../core/errors.ts';
import type { Rubric } from '../core/rubric/rubric.ts';
import { listScored } from '../core/rubric/walk-rubric.ts';
import type { MappedWorkbook } from '../core/workbook/map-workbook.ts';
import type { Account } from './account.ts';
import type { ActPorts } from './perform-act.ts';
import type { Clock, Store } from './ports.ts';
import { startDecision } from './start-decision.ts';
import type { StartRequest } from './start-decision.ts';

/**
 * What a decision may take over from the spreadsheet it started from: the questions with their weights, and the names of
 * the bidders. Never the marks: they were not given under this record. Kept beside the decision, not in it, until the
 * rubric and the options are there or 90 days are over.
 */
export type WorkbookStart = {
  readonly fileName: string;
  readonly rubric: Rubric | null;
  readonly questions: number;
  readonly bidders: readonly string[];
};

const START_DAYS = 90;
const keyOf = (decision: string): string => `workbook-start/${decision}`;

export const startFromWorkbook = async (
  ports: ActPorts,
  account: Account,
  mapped: MappedWorkbook,
  fileName: string,
  request: StartRequest,
): Promise<string> => {
  if (mapped.faults.length > 0)
    throw new DomainError(
      'invalid-input',
      'Some cells cannot be used as they stand. Put them right first, or name the columns differently.',
    );
  const { decision } = await startDecision(ports, account, request);
  const start: WorkbookStart = {
    fileName,
    rubric: mapped.rubric,
    questions: mapped.rubric ? listScored(mapped.rubric).length : 0,
    bidders: mapped.bidders,
  };
  const expiresAt = new Date(Date.parse(ports.clock.nowIso()) + START_DAYS * 86_400_000).toISOString();
  // As text: scales may have fractions, which a record of the store does not hold as numbers.
  const value: Json = JSON.stringify(start);
  await ports.store.records.overwrite({
    kind: 'draft',
    id: keyOf(decision),
    owner: decision,
    expiresAt,
    value,
  });
  return decision;
};

/** Undefined for a decision that started otherwise. Ask only for somebody who leads the decision. */
export const loadWorkbookStart = async (
  ports: { readonly store: Store; readonly clock: Clock },
  decision: string,
): Promise<WorkbookStart | undefined> => {
  const record = await ports.store.records.get('draft', keyOf(decision), ports.clock.nowIso());
  return record ? (JSON.parse(record.value as string) as WorkbookStart) : undefined;
};
