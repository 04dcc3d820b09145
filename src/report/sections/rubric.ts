import type { DiscountTiming, Rubric, Scale } from '../../core/rubric/rubric.ts';
import { rubricMethod } from '../../core/rubric/rubric-method.ts';
import { describeScale, isAnchored } from '../../core/rubric/scale.ts';
import { isWeighted, listCriteria, listGates } from '../../core/rubric/walk-rubric.ts';
import type { Place } from '../../core/rubric/walk-rubric.ts';
import type { Block } from '../blocks.ts';
import { cell, facts, figure, note, table, text } from '../blocks.ts';
import { shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { AGGREGATE_WORDS, BASIS_WORDS, PRICE_METHOD_WORDS } from '../names.ts';
import { count, dayWords, decimalWords, instantWords, percentOfBp, pounds, shareOfPath } from '../numbers.ts';
import { valueFunctionWords } from '../value-words.ts';

/** The published questions, weights and method, with the hash they were locked under. */
export const buildRubric = (input: ReportInput): readonly Block[] => {
  const { rubric: chosen } = input.state;
  if (!chosen) return [note('No rubric has been chosen yet.')];
  const { rubric, hash, lockedAt, tenderDeadline } = chosen;
  const lock = facts(
    [
      'Rubric',
      rubric ? `${rubric.title} (${rubric.id}, version ${rubric.version})` : shown(input, null, 'rubric'),
    ],
    ['Locked on', lockedAt ? instantWords(lockedAt) : input.ledger ? 'Not locked yet' : null],
    ['Hash of the rubric with its method', hash],
    ['Tender deadline', tenderDeadline ? dayWords(tenderDeadline) : null],
  );
  return [
    lock,
    ...stepBlocks(input),
    ...(rubric ? [...criteriaBlocks(rubric), ...methodBlocks(input, rubric)] : []),
  ];
};

const STEPS = { chosen: 'Chosen', locked: 'Locked', replaced: 'Replaced' } as const;

const stepBlocks = (input: ReportInput): readonly Block[] =>
  table(
    'Every step of the rubric',
    ['Step', 'Why', 'Hash'],
    (input.state.rubric?.steps ?? []).map((step) => [
      cell(STEPS[step.act], instantWords(step.at)),
      cell(step.reason ?? '', ...(step.noticeReference ? [`Notice: ${step.noticeReference}`] : [])),
      cell(step.hash.slice(0, 16)),
    ]),
  );

const criteriaBlocks = (rubric: Rubric): readonly Block[] => {
  const weighted = listCriteria(rubric).filter(({ criterion }) => isWeighted(criterion));
  const gates = listGates(rubric);
  return [
    ...table(
      'Criteria and weights',
      ['Criterion', 'Kind', 'Share of the whole#'],
      weighted.map(criterionRow),
    ),
    ...(rubric.minimumQuality === undefined
      ? []
      : [text(`An option whose quality is below ${decimalWords(rubric.minimumQuality)} of 100 is out.`)]),
    ...(gates.length > 0
      ? [
          text(
            `${count(gates.length, 'gate')} to pass, which ${gates.length === 1 ? 'carries' : 'carry'} no points: see the section on gates.`,
          ),
        ]
      : []),
  ];
};

const KINDS: Readonly<Record<string, string>> = { group: 'Group', scored: 'Scored', price: 'Price' };

const criterionRow = ({ criterion, above }: Place) => {
  const weights = [...above, criterion].flatMap((one) => ('weightBp' in one ? [one.weightBp] : []));
  const question = 'question' in criterion && criterion.question ? [criterion.question] : [];
  const minimum =
    'minimum' in criterion && criterion.minimum !== undefined
      ? [`Minimum ${decimalWords(criterion.minimum)}`]
      : [];
  const worth =
    'valueFunction' in criterion && criterion.valueFunction
      ? [valueFunctionWords(criterion.valueFunction)]
      : [];
  const inside = above.length > 0 ? [`In: ${above.at(-1)?.title ?? ''}`] : [];
  return [
    cell(criterion.title, ...question, ...minimum, ...worth),
    cell(KINDS[criterion.kind] ?? '', ...inside),
    figure(shareOfPath(weights)),
  ];
};

const methodBlocks = (input: ReportInput, rubric: Rubric): readonly Block[] => {
  const method = rubricMethod(rubric);
  const { price } = method;
  const share = method.frontlineShareBp;
  const scale = rubric.scale ?? rubric.levels;
  return [
    facts(
      ['Score of a criterion', `${AGGREGATE_WORDS[method.aggregate]}, or the mark that the panel agreed on.`],
      ['Scale', scale ? scaleWords(scale) : 'Each criterion has its own.'],
      [
        'Marks from a trial',
        share === 0
          ? 'Not part of the method.'
          : `${percentOfBp(share)} of the score where staff can answer and at least ${method.frontlineMinimum} of them marked.`,
      ],
      [
        'Price',
        price
          ? `${PRICE_METHOD_WORDS[price.method]}. ${BASIS_WORDS[price.basis]}.`
          : 'Price carries no points.',
      ],
      ['Floor and ceiling', floorWords(price?.floorPence ?? null, price?.ceilingPence ?? null)],
      ['Discounting', discountWords(method.discountRateBp, method.discountTiming)],
      ['A tie for first place', method.tieRule === 'report' ? 'Reported as a tie.' : method.tieRule],
    ),
    ...scaleBlocks(scale),
    note(
      `The wording of every level is part of the rubric and is carried whole in the file inside the PDF (${input.ledger?.attachment ?? 'case.json'}).`,
    ),
    ...sourceBlocks(input, rubric),
  ];
};

const scaleWords = (scale: Scale): string =>
  isAnchored(scale) ? `${describeScale(scale)}.` : `Any number, ${describeScale(scale)}.`;

const floorWords = (floor: number | null, ceiling: number | null): string | null =>
  floor === null || ceiling === null
    ? null
    : `Full points at or below ${pounds(floor)}, none at or above ${pounds(ceiling)}.`;

const discountWords = (rateBp: number, timing: DiscountTiming): string => {
  const rate =
    rateBp === 350
      ? 'The Green Book schedule: 3.5% a year, less in the far future.'
      : `${percentOfBp(rateBp)} a year, flat.`;
  return `${rate} Each year counts ${timing === 'mid-year' ? 'in its middle' : 'at its end'}.`;
};

const scaleBlocks = (scale: Scale | undefined): readonly Block[] =>
  scale && isAnchored(scale)
    ? table(
        'What a mark means where a criterion has no levels of its own',
        ['Mark', 'Means', 'What must be seen'],
        scale.map((level) => [
          cell(decimalWords(level.score)),
          cell(level.label),
          cell(level.evidence ?? ''),
        ]),
      )
    : [];

const STANDING = { law: 'Law', guidance: 'Guidance', research: 'Research', ours: 'Our own' } as const;

/** A case file that says no day prints none, not even the day a source was read. */
const sourceBlocks = (input: ReportInput, rubric: Rubric): readonly Block[] =>
  table(
    'What the rubric is built on',
    ['Source', 'Standing'],
    (rubric.sources ?? []).map((source) => [
      cell(source.title, ...(source.address ? [source.address] : [])),
      cell(
        STANDING[source.standing],
        ...(source.verifiedOn && (input.ledger || input.asOf)
          ? [`Read on ${dayWords(source.verifiedOn)}`]
          : []),
      ),
    ]),
  );
