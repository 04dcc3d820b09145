import type { Edition } from '../../src/core/decision/editions.ts';
import type { DecisionState } from '../../src/core/decision/model/state.ts';
import { resultOfDecision } from '../../src/core/decision/outcome/result-of-decision.ts';
import { DomainError } from '../../src/core/errors.ts';
import type { Block, Cell } from '../../src/report/blocks.ts';
import type { ReportInput } from '../../src/report/input.ts';
import { buildReport } from '../../src/report/outline.ts';
import { viewOfEdition } from '../../src/usecases/read-decision.ts';
import type { FoundResult } from '../../src/usecases/decision-result.ts';
import { buildReportInput, whyHidden } from '../../src/usecases/render-report.ts';
import type { LoadedDecision } from '../../src/usecases/decision-log.ts';
import type { Step } from '../support/record-acts.ts';
import { recordActs, viewAs } from '../support/record-acts.ts';

const ports = { qrSvg: () => '<svg></svg>', baseUrl: 'http://127.0.0.1:3000', reachable: false };

/** The input of a report after these acts, as one person reads one edition. */
export const inputOf = (
  acts: readonly Step[] | LoadedDecision,
  edition: Edition = 'internal',
  reader = 'lead',
): ReportInput => {
  const loaded = 'state' in acts ? acts : recordActs(acts);
  const edited = viewOfEdition(viewAs(loaded, reader), edition);
  return buildReportInput(ports, edited, edition, resultAtOnce(edited.state, edition));
};

/** Without threads, as the use case finds it with them. */
const resultAtOnce = (state: DecisionState, edition: Edition): FoundResult => {
  const hidden = whyHidden(state, edition);
  if (hidden !== null) return { result: null, reason: hidden };
  try {
    return { result: resultOfDecision(state), reason: '' };
  } catch (error) {
    if (error instanceof DomainError)
      return { result: null, reason: `There is no ranking yet. ${error.detail}` };
    throw error;
  }
};

const cellText = (cell: Cell): string => [cell.text, ...cell.notes].join(' / ');

/** Everything a reader of these blocks reads, a line a row. */
export const textOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      switch (block.kind) {
        case 'list':
          return block.items.join('\n');
        case 'facts':
          return block.rows.map(({ term, text }) => `${term}: ${text}`).join('\n');
        case 'room':
          return block.label;
        case 'chart':
          return block.finding;
        case 'quote':
          return `${block.text}\n${block.by}`;
        case 'table':
          return [
            block.caption,
            ...[block.head, ...block.rows].map((row) => row.map(cellText).join(' | ')),
          ].join('\n');
        default:
          return block.text;
      }
    })
    .join('\n');

/** The text of one section, or of page one when none is named. */
export const readSection = (input: ReportInput, id?: string): string => {
  const report = buildReport(input);
  return textOf(
    id === undefined ? report.front : (report.sections.find((one) => one.id === id)?.blocks ?? []),
  );
};
