import { DomainError } from '../core/errors.ts';
import { caseOfDecision } from '../core/decision/outcome/case-of-decision.ts';
import type { DecisionState, MarkState, OptionState } from '../core/decision/model/state.ts';
import { shownNumber } from '../core/exact/decimal.ts';
import { reduced } from '../core/exact/rational.ts';
import { prepareCase } from '../core/scoring/prepare-case.ts';
import { scoreOfUnits } from '../core/scoring/scale-units.ts';
import { activeShare, buildGrid } from '../core/scoring/score-grid.ts';
import type { Cell } from '../core/workbook/sheet.ts';
import type { SheetDraft } from './ports.ts';

/** One bid under one question, as an e-tendering system asks for it. */
export type AgreedMark = {
  readonly option: string;
  readonly bidder: string;
  readonly criterion: string;
  readonly question: string;
  /** Share of the whole, price included, in percent. */
  readonly weight: string;
  readonly mark: string;
  /** How the mark came about, in a few words. */
  readonly from: string;
  readonly reason: string;
};

/**
 * The marks that count, once quality is sealed, to whoever may see them all. The mark is the agreed one where there is
 * one; else what the locked method makes of the panel's marks, with their reasons side by side and nobody named. Bids that
 * were set aside later keep the marks they were given.
 */
export const listAgreedMarks = (state: DecisionState): readonly AgreedMark[] => {
  if (!state.qualitySealedAt) {
    throw new DomainError('too-early', 'Agreed marks can be downloaded when quality is sealed.');
  }
  if (!seesAll(state)) {
    throw new DomainError(
      'not-allowed',
      'Some of the marks are not visible to you, so there is no list of them for you.',
    );
  }
  const given = caseOfDecision({ ...state, options: notSetAside(state) });
  if (!given) throw new DomainError('incomplete', 'This decision has no rubric.');
  const prepared = prepareCase(given);
  const active = activeShare(prepared);
  const grid = buildGrid(prepared, true, active);
  return prepared.options
    .filter(({ competes }) => competes)
    .flatMap(({ given: option, index }) =>
      prepared.tree.leaves.flatMap(({ id, title, scored, share }, leaf): AgreedMark[] => {
        const [cell, scale] = [grid[index]?.[leaf], prepared.table.scales[leaf]];
        if (!scored || !cell || !scale) return [];
        const found = state.options[option.id];
        return [
          {
            option: option.id,
            bidder: [found?.title ?? option.title, found?.supplier].filter(Boolean).join(', '),
            criterion: id,
            question: title,
            weight: shown({ n: share * 100n, d: prepared.tree.whole }),
            mark: shown(scoreOfUnits(scale, cell.score)),
            ...sourceOf(state, id, option.id, prepared.method.aggregate, active[leaf] === true),
          },
        ];
      }),
    );
};

const shown = (value: { n: bigint; d: bigint }): string => String(shownNumber(reduced(value)));

const notSetAside = (state: DecisionState): DecisionState['options'] =>
  Object.fromEntries(
    Object.entries(state.options).map(([id, option]) => [
      id,
      Object.fromEntries(Object.entries(option).filter(([key]) => key !== 'setAside')) as OptionState,
    ]),
  );

/** Whether there is a list for this reader. */
export const hasAgreedMarks = (state: DecisionState): boolean =>
  state.qualitySealedAt !== undefined && seesAll(state);

const seesAll = (state: DecisionState): boolean => {
  const marks = Object.values(state.marks).flatMap((byOption) =>
    Object.values(byOption).flatMap((byAssessor) => Object.values(byAssessor)),
  );
  const agreed = Object.values(state.consensus).flatMap((byOption) => Object.values(byOption));
  return [...marks, ...agreed].every(({ score }) => score !== null);
};

const NO_REASON = 'The reason was erased from the record.';

const sourceOf = (
  state: DecisionState,
  criterion: string,
  option: string,
  aggregate: string,
  isTrialCounted: boolean,
): { from: string; reason: string } => {
  const given = Object.values(state.marks[criterion]?.[option] ?? {});
  const panel = given.filter(({ group }) => group === 'panel');
  const trial =
    isTrialCounted && given.some(({ group }) => group === 'frontline') ? ', with the marks of the trial' : '';
  const agreed = state.consensus[criterion]?.[option];
  if (agreed) return { from: `Agreed by the panel${trial}`, reason: agreed.reason ?? NO_REASON };
  return { from: `${panelWords(panel, aggregate)}${trial}`, reason: reasonsOf(panel) };
};

const panelWords = (panel: readonly MarkState[], aggregate: string): string => {
  const [first] = panel;
  if (panel.length === 1) return 'One mark';
  if (panel.every(({ score }) => Number(score) === Number(first?.score)))
    return `The same mark ${panel.length} times`;
  return `${aggregate === 'median' ? 'Median' : aggregate === 'mean' ? 'Mean' : 'Trimmed mean'} of ${panel.length} marks`;
};

const reasonsOf = (panel: readonly MarkState[]): string =>
  [...new Set(panel.map(({ reason }) => reason ?? NO_REASON))].join(' | ');

const LONGEST_CELL = 32_000;

/** The list as a sheet: one row for each bidder and question, ready to paste. */
export const buildAgreedSheet = (marks: readonly AgreedMark[]): SheetDraft => ({
  name: 'Agreed marks',
  columns: [
    { heading: 'Bidder', width: 30, wrap: true },
    { heading: 'Question id', width: 16 },
    { heading: 'Question', width: 40, wrap: true },
    { heading: 'Weight (%)', width: 11 },
    { heading: 'Agreed mark', width: 12 },
    { heading: 'How it came about', width: 24, wrap: true },
    { heading: 'Agreed reason', width: 80, wrap: true },
  ],
  rows: marks.map(({ bidder, criterion, question, weight, mark, from, reason }) => [
    text(bidder),
    text(criterion),
    text(question),
    { kind: 'number', number: weight },
    { kind: 'number', number: mark },
    text(from),
    text(reason),
  ]),
});

const text = (value: string): Cell =>
  value === '' ? null : { kind: 'text', text: value.slice(0, LONGEST_CELL) };
