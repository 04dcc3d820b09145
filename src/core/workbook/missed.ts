import { roundHalfUp, decimalOf } from '../exact/decimal.ts';
import { listCriteria, listScored } from '../rubric/walk-rubric.ts';
import type { Case } from '../scoring/case.ts';
import type { Result } from '../scoring/result.ts';
import type { MappedWorkbook } from './map-workbook.ts';
import type { Missed } from './missed-finding.ts';
import { missedTotals } from './missed-totals.ts';
import { bidsThatDecide, findPriceFormula } from './price-formula.ts';
import { counted, fewOf } from './understood.ts';

/** Items by a key, in their order. */
const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/**
 * What a spreadsheet would have missed in these marks. Everything comes from the engine's own result; nothing here
 * changes it. A person is never named: what was observed is counted.
 */
export const checkMissed = (
  given: Case,
  result: Result,
  mapped?: Pick<MappedWorkbook, 'naming' | 'source'>,
): readonly Missed[] => {
  const names = new Map(given.options.map(({ id, title }) => [id, title]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return [
    ...missedTies(result, nameOf),
    ...missedRounding(result, nameOf),
    ...(result.incomplete.length === 0 ? missedPrices(given, result, nameOf) : []),
    ...missedPeople(given, result, nameOf),
    ...missedMark(given, result, nameOf),
    ...missedReasons(given),
    ...missedGaps(given),
    ...missedSameMarks(given),
    ...(mapped ? missedTotals(mapped) : []),
  ];
};

type Name = (id: string) => string;

const PLACES = 2;
const shownTotal = (total: number): string => {
  const digits = String(roundHalfUp(decimalOf(total), PLACES)).padStart(PLACES + 1, '0');
  return `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
};

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const missedTies = ({ tied, options }: Result, nameOf: Name): readonly Missed[] => {
  const total = options.find(({ id }) => id === tied[0])?.total;
  const [first] = tied;
  if (first === undefined || total === null || total === undefined) return [];
  return [
    {
      id: 'tie',
      sentence: `${joined(tied.map(nameOf))} are exactly level with ${shownTotal(total)} of 100. A sheet sorted by its total would show ${nameOf(first)} first, only because of the order of the rows.`,
    },
  ];
};

/** Neighbours in the ranking that look level at two decimals and are not. */
const missedRounding = ({ options }: Result, nameOf: Name): readonly Missed[] => {
  const ranked = options
    .flatMap(({ id, rank, total }) => (rank === null || total === null ? [] : [{ id, rank, total }]))
    .sort((a, b) => a.rank - b.rank);
  return ranked.flatMap((above, index): readonly Missed[] => {
    const below = ranked[index + 1];
    if (!below || below.rank === above.rank || shownTotal(above.total) !== shownTotal(below.total)) return [];
    const apart = decimalOf(Number((above.total - below.total).toFixed(6)));
    const digits = String(roundHalfUp(apart, 6)).padStart(6, '0');
    const size = digits === '000000' ? 'by less than 0.000001' : `by 0.${digits.replace(/0+$/, '')}`;
    return [
      {
        id: 'rounding',
        sentence: `${nameOf(above.id)} and ${nameOf(below.id)} both show ${shownTotal(above.total)} at two decimals, but they are not level: ${nameOf(above.id)} is ahead ${size} of 100 points.`,
      },
    ];
  });
};

const missedPrices = (given: Case, result: Result, nameOf: Name): readonly Missed[] => {
  const formula = result.winner === null ? null : findPriceFormula(given);
  if (!formula || result.winner === null) return [];
  return bidsThatDecide(given, formula, result.winner).map(({ without, first }) => ({
    id: 'price-formula',
    sentence: `The marks for price depend on who else bids. Had ${nameOf(without)} not bid, which does not win, ${nameOf(first)} would be first and not ${nameOf(result.winner ?? '')}.`,
  }));
};

const missedPeople = (given: Case, { winner, robustness }: Result, nameOf: Name): readonly Missed[] => {
  if (!robustness || winner === null) return [];
  const all = Object.values(robustness.withoutAssessor);
  const others = all.filter((first): first is string => first !== null && first !== winner);
  if (others.length === 0 || all.length < 2) return [];
  const aside = given.consensus?.length ? ', with the agreed marks set aside,' : ',';
  const instead = joined([...new Set(others)].map(nameOf));
  return [
    {
      id: 'one-person',
      sentence:
        others.length === 1
          ? `One person's marks decide: without those of one of the ${all.length} assessors${aside} ${instead} would be first and not ${nameOf(winner)}.`
          : `One person's marks decide: without those of any one of ${others.length} of the ${all.length} assessors${aside} ${instead} would be first and not ${nameOf(winner)}.`,
    },
  ];
};

/** A change larger than this part of the scale says nothing of a close call. */
const LARGEST_PART = 0.5;

const missedMark = (given: Case, { winner, robustness }: Result, nameOf: Name): readonly Missed[] => {
  const changes = Object.entries(robustness?.smallestMarkChange ?? {}).flatMap(([rival, change]) =>
    change && change.partOfScale <= LARGEST_PART ? [{ rival, change }] : [],
  );
  const [first] = changes;
  if (!first || winner === null) return [];
  const least = changes.reduce(
    (best, next) => (next.change.partOfScale < best.change.partOfScale ? next : best),
    first,
  );
  const { change, rival } = least;
  const title = listCriteria(given.rubric).find(({ criterion }) => criterion.id === change.criterion)
    ?.criterion.title;
  const whose = change.assessor === null ? 'the agreed mark' : "one person's mark";
  return [
    {
      id: 'one-mark',
      sentence: `One mark decides: if ${whose} for ${nameOf(change.option)} on '${title ?? change.criterion}' were ${change.to} and not ${change.from}, ${nameOf(rival)} would be level with ${nameOf(winner)}.`,
    },
  ];
};

const isBlank = (reason: string | undefined): boolean => (reason ?? '').trim() === '';

/** Where a mark was agreed, its reason is the one that counts. */
const missedReasons = ({ marks, consensus = [] }: Case): readonly Missed[] => {
  const agreed = new Set(consensus.map(({ option, criterion }) => `${option}/${criterion}`));
  const own = marks.filter(({ option, criterion }) => !agreed.has(`${option}/${criterion}`));
  const all = [...own, ...consensus];
  const without = all.filter(({ reason }) => isBlank(reason)).length;
  if (without === 0) return [];
  const rest = 'A supplier may ask why, and a mark without a reason cannot say.';
  return [
    {
      id: 'reasons',
      sentence:
        without === all.length
          ? `None of the ${counted(all.length, 'mark')} has a reason. ${rest}`
          : `${without} of ${counted(all.length, 'mark')} ${without === 1 ? 'has' : 'have'} no reason. ${rest}`,
    },
  ];
};

const missedGaps = ({ marks, consensus = [], options, rubric }: Case): readonly Missed[] => {
  const assessors = new Set(marks.map(({ assessor }) => assessor)).size;
  if (assessors < 2) return [];
  const agreed = new Set(consensus.map(({ option, criterion }) => `${option}/${criterion}`));
  const here = new Map<string, number>();
  for (const { option, criterion } of marks) {
    const cell = `${option}/${criterion}`;
    here.set(cell, (here.get(cell) ?? 0) + 1);
  }
  const partly = [...here].filter(([cell, count]) => count < assessors && !agreed.has(cell)).length;
  const cells = options.length * listScored(rubric).length;
  return partly === 0
    ? []
    : [
        {
          id: 'gaps',
          sentence: `On ${partly} of ${counted(cells, 'cell')} not all ${assessors} assessors gave a mark; the mean is over those who did, so fewer people decide there.`,
        },
      ];
};

/** At least two bids to tell apart, and at least three such criteria, before it is worth a sentence. */
const LEAST_CRITERIA = 3;

const missedSameMarks = (given: Case): readonly Missed[] => {
  if (given.options.length < 2) return [];
  const byPerson = groupBy(given.marks, ({ assessor }) => assessor);
  const counts = [...byPerson.values()].flatMap((marks) => {
    const byCriterion = groupBy(marks, ({ criterion }) => criterion);
    const level = [...byCriterion.values()].filter(
      (row) => row.length === given.options.length && new Set(row.map(({ score }) => score)).size === 1,
    ).length;
    return level >= LEAST_CRITERIA && level * 2 >= byCriterion.size ? [level] : [];
  });
  if (counts.length === 0) return [];
  const [only = 0] = counts;
  return [
    {
      id: 'same-mark',
      sentence:
        counts.length === 1
          ? `One assessor gave the same mark to every bid on ${only} criteria. On these the marks do not tell the bids apart.`
          : `${counts.length} assessors each gave the same mark to every bid on several criteria (${fewOf(counts.map(String))}). On these the marks do not tell the bids apart.`,
    },
  ];
};
