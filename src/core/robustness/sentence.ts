import type { Crossover } from './crossovers.ts';
import type { MarkChange } from './mark-change.ts';
import { countWords } from './number-words.ts';
import { plausibleWords, pointWords } from './plausible-words.ts';
import type { Plausible } from './plausible-words.ts';

/**
 * Plain words that say how sure the first place is. The question a board member asks: how often is it first, and what
 * would have to be different for somebody else to come first?
 *
 * The first sentence is how often (see plausible-words.ts). The second names, in this order and at most one of each: the
 * weight whose change is nearest to its present value (of two as near, the one that rises), the least change of one mark
 * where that is at most half of its scale, what happens without one person's marks (a count, never a name), without
 * another option, and without a criterion.
 * Limits: the second is built from the exact part of the analysis, one change at a time, and says nothing of two changes
 * together. Example: "A is first in 87 of 100 plausible weightings (each weight up to a quarter more or less). It stops
 * being first if “Price” counts for more than 43% or one person's marks are left out."
 */
export type SureFacts = {
  /** The winner's id, or null when there is none. */
  readonly winner: string | null;
  readonly tied: readonly string[];
  /** Titles of options and criteria, by id. */
  readonly optionTitles: Readonly<Record<string, string>>;
  readonly criterionTitles: Readonly<Record<string, string>>;
  /** Null where nothing was drawn. */
  readonly plausible: Plausible | null;
  readonly crossovers: readonly Crossover[];
  readonly smallestMarkChange: Readonly<Record<string, MarkChange | null>>;
  readonly withoutAssessor: Readonly<Record<string, string | null>>;
  readonly withoutOption: Readonly<Record<string, string | null>>;
  readonly withoutCriterion: Readonly<Record<string, string | null>>;
};

/** `most` conditions are named, nearest kinds first; of more it says how many there are. */
export const buildSureSentence = (facts: SureFacts, most = Infinity): string => {
  const nameOf = (id: string): string => facts.optionTitles[id] ?? id;
  if (facts.tied.length > 0) return `The first place is shared by ${joined(facts.tied.map(nameOf), 'and')}.`;
  if (facts.winner === null) return 'No option is first.';
  const winner = nameOf(facts.winner);
  if (Object.keys(facts.withoutOption).every((id) => id === facts.winner))
    return `${winner} is the only option in the ranking, so nothing can put another first.`;
  const conditions = [
    ...weightWords(facts),
    ...markWords(facts, nameOf),
    ...peopleWords(facts.withoutAssessor, facts.winner),
    ...optionWords(facts, nameOf),
    ...criterionWords(facts),
  ];
  const often = facts.plausible ? `${plausibleWords(winner, facts.plausible)} ` : '';
  const subject = often ? 'It' : winner;
  return conditions.length === 0
    ? `${often}${subject} stays first whichever one weight, mark, person, option or criterion changes.`
    : `${often}${subject} stops being first if ${joined(conditions.slice(0, most), 'or')}${moreWords(conditions.length - most)}.`;
};

const moreWords = (more: number): string => {
  if (more <= 0) return '';
  return more === 1
    ? '; one more change is named below'
    : `; ${countWords(more)} more changes are named below`;
};

/** A criterion's title may have commas and 'and' in it. */
const quoted = (title: string): string => `“${title}”`;

const joined = (parts: readonly string[], word: 'and' | 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1) ?? ''}`;

/** Whole per cent where that still differs from the present weight, else with as many places as it takes. */
const percentWords = (at: number, now: number): string => {
  const places = [0, 1, 2].find((count) => (at * 100).toFixed(count) !== (now * 100).toFixed(count)) ?? 4;
  return `${(at * 100).toFixed(places)}%`;
};

const weightWords = ({ crossovers, criterionTitles }: SureFacts): readonly string[] => {
  const distance = ({ weightAt, weightNow }: Crossover): number =>
    Math.round(Math.abs(weightAt - weightNow) * 1e6);
  const rises = ({ weightAt, weightNow }: Crossover): boolean => weightAt > weightNow;
  const nearer = (a: Crossover, b: Crossover): boolean =>
    distance(a) < distance(b) || (distance(a) === distance(b) && rises(a) && !rises(b));
  const [first] = crossovers;
  if (!first) return [];
  const nearest = crossovers.reduce((best, next) => (nearer(next, best) ? next : best), first);
  const direction = rises(nearest) ? 'more' : 'less';
  const title = quoted(criterionTitles[nearest.criterion] ?? nearest.criterion);
  return [`${title} counts for ${direction} than ${percentWords(nearest.weightAt, nearest.weightNow)}`];
};

/** A change that moves a mark by more than this part of its scale says nothing about a close call. */
const LARGEST_PART = 0.5;

const markWords = (facts: SureFacts, nameOf: (id: string) => string): readonly string[] => {
  const changes = Object.values(facts.smallestMarkChange).flatMap((change) => change ?? []);
  const [first] = changes;
  if (!first) return [];
  const least = changes.reduce((best, next) => (next.partOfScale < best.partOfScale ? next : best), first);
  if (least.partOfScale > LARGEST_PART) return [];
  const title = quoted(facts.criterionTitles[least.criterion] ?? least.criterion);
  const whose = least.assessor === null ? 'the agreed score' : "one person's mark";
  const moves = `${least.to < least.from ? 'drops' : 'rises'} by ${pointWords(Math.abs(least.to - least.from))}`;
  return [`${whose} for ${nameOf(least.option)} on ${title} ${moves}`];
};

const others = (without: Readonly<Record<string, string | null>>, winner: string): readonly string[] =>
  Object.entries(without).flatMap(([id, now]) => (now !== null && now !== winner ? [id] : []));

const peopleWords = (without: SureFacts['withoutAssessor'], winner: string): readonly string[] => {
  const changing = others(without, winner).length;
  if (changing === 0) return [];
  const all = Object.keys(without).length;
  return changing === 1
    ? ["one person's marks are left out"]
    : [`any one of ${changing} people's marks (of ${all}) is left out`];
};

const optionWords = (facts: SureFacts, nameOf: (id: string) => string): readonly string[] => {
  const changing = others(facts.withoutOption, facts.winner ?? '').filter((id) => id !== facts.winner);
  return changing.length === 0 ? [] : [`${joined(changing.map(nameOf), 'or')} is withdrawn`];
};

const criterionWords = (facts: SureFacts): readonly string[] => {
  const changing = others(facts.withoutCriterion, facts.winner ?? '');
  const titles = changing.map((id) => quoted(facts.criterionTitles[id] ?? id));
  return changing.length === 0 ? [] : [`${joined(titles, 'or')} is dropped`];
};
