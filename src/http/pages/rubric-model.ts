import type { Criterion, Rubric, Scale } from '../../core/rubric/rubric.ts';
import { AGGREGATE_WORDS, BASIS_WORDS, PRICE_METHOD_WORDS } from '../../report/names.ts';
import { pounds } from '../../report/numbers.ts';
import { rubricMethod } from '../../core/rubric/rubric-method.ts';

/** '2353' basis points as '23.53', for a field. */
export const percentField = (basisPoints: number): string => {
  const digits = String(basisPoints).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${fraction ? `.${fraction}` : ''}`;
};

const poundsField = (pence: number | undefined): string => (pence === undefined ? '' : percentField(pence));

/** A rubric as the page shows and edits it: one row a criterion, in reading order. */
export const buildRubricModel = (rubric: Rubric): object => {
  const method = rubricMethod(rubric);
  const price = rubric.criteria.find((one) => one.kind === 'price');
  const rows = rubric.criteria.flatMap((one) => rowsOf(one, 0, rubric.scale ?? rubric.levels));
  return {
    title: rubric.title,
    id: rubric.id,
    version: rubric.version,
    purpose: rubric.purpose ?? '',
    weighted: rows.filter((row) => row.weight !== null),
    gates: rows.filter((row) => row.kind === 'gate'),
    gateRows: rows
      .filter((row) => row.kind === 'gate')
      .map((row) => ({
        key: row.title,
        value: [row.question, row.later ? 'May be met later, as a condition of award.' : '']
          .filter(Boolean)
          .join(' '),
      })),
    sources: (rubric.sources ?? []).map((one) => ({
      title: one.title,
      standing: one.standing,
      verifiedOn: one.verifiedOn ?? '',
    })),
    minimumQuality: rubric.minimumQuality ?? '',
    aggregate: method.aggregate,
    frontlineShare: percentField(method.frontlineShareBp),
    frontlineMinimum: method.frontlineMinimum,
    discountRate: percentField(method.discountRateBp),
    methodRows: methodRowsOf(rubric),
    trialScript: rubric.method?.trial?.script ?? '',
    trialPeople: rubric.method?.trial?.people ?? '',
    price: price
      ? {
          method: price.method ?? 'benchmark-linear',
          basis: price.basis ?? 'whole-life',
          floor: poundsField(price.floorPence),
          ceiling: poundsField(price.ceilingPence),
        }
      : null,
  };
};

/** The locked method in words. */
const methodRowsOf = (rubric: Rubric): readonly { readonly key: string; readonly value: string }[] => {
  const { aggregate, frontlineShareBp, discountRateBp, price, trial } = rubricMethod(rubric);
  const row = (key: string, value: string | null | undefined) => (value ? [{ key, value }] : []);
  const floor = price?.floorPence ?? null;
  const ceiling = price?.ceilingPence ?? null;
  return [
    ...row('A score is', AGGREGATE_WORDS[aggregate]),
    ...row(
      'Lowest quality that passes',
      rubric.minimumQuality === undefined ? null : String(rubric.minimumQuality),
    ),
    ...row('Discount rate', `${percentField(discountRateBp)}%`),
    ...row('Share from a trial', trial ? `${percentField(frontlineShareBp)}%` : null),
    ...row('Trial script', trial?.script),
    ...row('Price', price && `${PRICE_METHOD_WORDS[price.method]}. ${BASIS_WORDS[price.basis]}.`),
    ...row(
      'Floor and ceiling',
      floor === null || ceiling === null ? null : `${pounds(floor)} to ${pounds(ceiling)}`,
    ),
  ];
};

type Row = {
  readonly id: string;
  readonly kind: Criterion['kind'];
  readonly depth: number;
  readonly title: string;
  readonly question: string;
  readonly passWhen: string;
  readonly weight: string | null;
  readonly minimum: number | string;
  readonly later: boolean;
  readonly levels: readonly { readonly score: number; readonly text: string }[];
  readonly levelRows: readonly (readonly string[])[];
  readonly frontline: boolean;
};

const levelsOf = (scale: Scale | undefined): Row['levels'] =>
  scale === undefined
    ? []
    : 'lowest' in scale
      ? [
          { score: scale.lowest, text: 'lowest' },
          { score: scale.highest, text: `highest, ${scale.decimals} decimals` },
        ]
      : scale.map((level) => ({ score: level.score, text: level.evidence ?? level.label ?? '' }));

const rowsOf = (criterion: Criterion, depth: number, scale: Scale | undefined): readonly Row[] => {
  const levels = criterion.kind === 'scored' ? levelsOf(criterion.levels ?? scale) : [];
  const row: Row = {
    id: criterion.id,
    kind: criterion.kind,
    depth,
    title: criterion.title,
    question: 'question' in criterion ? (criterion.question ?? '') : '',
    passWhen: criterion.kind === 'gate' ? (criterion.passWhen ?? '') : '',
    weight: 'weightBp' in criterion ? percentField(criterion.weightBp) : null,
    minimum: 'minimum' in criterion ? (criterion.minimum ?? '') : '',
    later: criterion.kind === 'gate' && criterion.laterAllowed === true,
    levels,
    levelRows: levels.map((level) => [String(level.score), level.text]),
    frontline: criterion.kind === 'scored' && criterion.frontlineCanAnswer === true,
  };
  const children =
    criterion.kind === 'group' ? criterion.children.flatMap((one) => rowsOf(one, depth + 1, scale)) : [];
  return [row, ...children];
};
