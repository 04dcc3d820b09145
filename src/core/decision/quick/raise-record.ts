import { DomainError } from '../../errors.ts';
import type { Rubric } from '../../rubric/rubric.ts';
import type { CostLine, Purpose } from '../../scoring/case.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { DecisionEvent } from '../model/act.ts';
import { decodeDecimals, encodeDecimals } from '../model/decimals.ts';
import type { QuickOption, QuickState } from '../model/quick-state.ts';
import { object, oneOf, text } from '../model/schema.ts';
import type { CostsState, DecisionState, GateState, OptionState, RubricState } from '../model/state.ts';
import { quickOf } from './quick-of.ts';
import { draftRubricOf } from './quick-rubric.ts';

type Input = { purpose: Purpose; reason: string };
type Facts = { purpose: Purpose; hash: string | null };

/**
 * A quick record becomes a full decision. What was written down is where it was needed next: need, options, costs, a
 * draft rubric, gates. Nothing is locked yet. Whoever was on the record has seen prices, so they cannot mark.
 */
export const raiseRecord = defineAct<Input>({
  command: 'raise-record',
  act: 'record-raised',
  summary: 'Raise a quick record to a full decision. What was typed is carried over; nothing is locked yet.',
  by: ['lead'],
  doors: ['quick'],
  input: object({
    purpose: oneOf(['appraisal', 'award'], 'appraisal: should we, and what kind of thing; award: which bid'),
    reason: text('Why it needs more than a quick record', 400),
  }),
  decide: (input, state, context) => {
    const quick = quickOf(state);
    if (!state.need) throw new DomainError('too-early', 'State the need first.');
    const rubric =
      quick.criteria.length > 0 ? encodeDecimals(draftRubricOf(quick, state.title ?? 'this decision')) : null;
    return [
      facts({ purpose: input.purpose, hash: rubric === null ? null : context.hashOf(rubric) }),
      section('reason', 'text', input.reason),
      ...(rubric === null ? [] : [section('rubric', 'rubric', rubric)]),
    ];
  },
  evolve: (state, event) => {
    const { purpose, hash } = factsOf<Facts>(event);
    const { outcome, ...kept } = state;
    const quick = quickOf(state);
    const rubric = hash === null ? undefined : rubricOf(event, hash);
    const chosen = outcome?.status === 'approved' ? outcome.option : null;
    return {
      ...kept,
      door: 'full',
      purpose,
      people: Object.fromEntries(
        Object.entries(state.people).map(([id, person]) => [id, { ...person, wasCommercial: true as const }]),
      ),
      options: Object.fromEntries(quick.options.map((one) => [one.id, optionOf(one, quick)])),
      costs: Object.fromEntries(quick.options.flatMap((one) => costsOf(one, quick))),
      gates: chosen === null ? {} : { [chosen]: gatesOf(quick, event.at) },
      ...(rubric ? { rubric } : {}),
      quick: {
        ...quick,
        raised: { at: event.at, by: event.actor, reason: textOf(event, 'reason'), choseBefore: chosen },
      },
    };
  },
});

const rubricOf = (event: DecisionEvent, hash: string): RubricState => {
  const encoded = event.sections['rubric'];
  return {
    rubric: encoded === undefined ? null : (decodeDecimals(encoded) as Rubric),
    hash,
    tenderDeadline: null,
    steps: [
      {
        at: event.at,
        act: 'chosen',
        hash,
        reason: 'Made from the criteria and gates of the quick record.',
        noticeReference: null,
      },
    ],
  };
};

const optionOf = (one: QuickOption, quick: QuickState): OptionState => ({
  id: one.id,
  kind: one.kind,
  incumbent: one.kind === 'business-as-usual',
  title: one.title,
  supplier: one.supplier,
  summary: one.note ?? one.title,
  addedAt: quick.listedAt ?? '',
});

/** The whole term in year 0, as it was quoted; leaving at the end of the last year begun. */
const costsOf = (
  { id, price }: QuickOption,
  quick: QuickState,
): readonly (readonly [string, CostsState])[] => {
  if (price?.wholeTermPence === null) return [];
  const lines: readonly CostLine[] | null = price && [
    {
      line: 'Price over the whole term',
      year: 0,
      pence: price.wholeTermPence,
      tendered: true,
      capital: false,
    },
    ...(price.leavingPence === null
      ? []
      : [
          {
            line: 'Leaving at the end',
            year: Math.max(1, Math.ceil((price.termMonths ?? 12) / 12)),
            pence: price.leavingPence,
            tendered: false,
            capital: false,
          },
        ]),
  ];
  return [[id, { lines, recordedAt: quick.listedAt ?? '', revisions: 1 }]];
};

const gatesOf = ({ gates }: QuickState, at: string): DecisionState['gates'][string] =>
  Object.fromEntries(
    gates.map(({ id, answer, evidence, by, owner }): [string, GateState] => [
      id,
      { answer, evidence, by, owner, at },
    ]),
  );
