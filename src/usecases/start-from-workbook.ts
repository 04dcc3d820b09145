import type { DecisionState } from '../core/decision/model/state.ts';
import type { Json } from '../core/errors.ts';
import { DomainError } from '../core/errors.ts';
import type { Rubric } from '../core/rubric/rubric.ts';
import { listScored } from '../core/rubric/walk-rubric.ts';
import type { MappedWorkbook } from '../core/workbook/map-workbook.ts';
import { digestText } from '../ledger/digest.ts';
import type { Account } from './account.ts';
import type { ActPorts } from './perform-act.ts';
import { performAct } from './perform-act.ts';
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

/** The bidders that are not on the list of options yet. */
export const biddersToAdd = (start: WorkbookStart | undefined, state: DecisionState): readonly string[] => {
  const listed = new Set(Object.values(state.options).map(({ title }) => title));
  return (start?.bidders ?? []).filter((bidder) => !listed.has(bidder.slice(0, 200).normalize('NFC')));
};

/** Adds each of them as a bid, one act each: what was sent twice is added once. */
export const addBidders = async (
  ports: ActPorts,
  view: { readonly state: DecisionState; readonly viewer: { readonly id: string } },
  start: WorkbookStart,
  requestKey: string,
): Promise<number> => {
  const bidders = biddersToAdd(start, view.state);
  for (const bidder of bidders) {
    const title = bidder.slice(0, 200);
    await performAct(ports, {
      decision: view.state.id,
      command: 'add-option',
      input: { kind: 'bid', title, summary: `Named in the spreadsheet ${start.fileName}.`, incumbent: false },
      actor: { kind: 'participant', participant: view.viewer.id },
      requestKey: digestText(`counterweight/workbook-bidder/1\n${requestKey}\n${bidder}`).slice(0, 32),
    });
  }
  return bidders.length;
};
