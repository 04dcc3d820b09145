import type { Case, CaseOption, Consensus, GateAnswer, Mark } from '../scoring/case.ts';
import type { Rubric } from '../rubric/rubric.ts';
import type { CriterionDraft } from './build-rubric.ts';
import { criterionKey, sameName } from './collect-marks.ts';
import { idsFor } from './plain-words.ts';
import type { PlacedMark } from './place-marks.ts';

/** The first spelling of each name, in the order in which the names first appear. */
export const distinctNames = (names: readonly string[]): readonly string[] => {
  const first = new Map<string, string>();
  for (const name of names)
    if (name !== '' && !first.has(sameName(name))) first.set(sameName(name), name.trim());
  return [...first.values()];
};

export type People = {
  readonly bidders: readonly string[];
  readonly assessors: readonly string[];
  readonly bidderId: (name: string) => string;
  readonly assessorId: (name: string) => string;
};

export const listPeople = (bidders: readonly string[], assessors: readonly string[]): People => {
  const idOf = (names: readonly string[], fallback: string): ((name: string) => string) => {
    const ids = idsFor(names, fallback);
    const byName = new Map(names.map((name, index) => [sameName(name), ids[index] ?? '']));
    return (name) => byName.get(sameName(name)) ?? '';
  };
  return {
    bidders,
    assessors,
    bidderId: idOf(bidders, 'bidder'),
    assessorId: idOf(assessors, 'assessor'),
  };
};

/** Marks that nobody is named for are agreed ones: they stand as the consensus of their cell. */
export const buildCase = (
  title: string,
  rubric: Rubric,
  drafts: readonly CriterionDraft[],
  people: People,
  marks: readonly PlacedMark[],
  beside: {
    readonly pence: ReadonlyMap<string, number>;
    readonly gates: ReadonlyMap<string, Readonly<Record<string, GateAnswer>>>;
  },
): Case => {
  const criterionId = new Map(drafts.map(({ key, id }) => [key, id]));
  const options = people.bidders.map((name): CaseOption => {
    const price = beside.pence.get(sameName(name));
    const gates = beside.gates.get(sameName(name));
    return {
      id: people.bidderId(name),
      title: name,
      kind: 'bid',
      ...(price === undefined
        ? {}
        : { costs: [{ line: 'Price in the spreadsheet', year: 0, pence: price }] }),
      ...(gates ? { gates } : {}),
    };
  });
  const cell = ({ entry, number }: PlacedMark): Consensus => ({
    option: people.bidderId(entry.bidder),
    criterion: criterionId.get(criterionKey(entry.data)) ?? '',
    score: Number(number),
    ...(entry.reason === '' ? {} : { reason: entry.reason }),
  });
  const given = marks.flatMap((mark): readonly Mark[] =>
    mark.entry.assessor === null ? [] : [{ assessor: people.assessorId(mark.entry.assessor), ...cell(mark) }],
  );
  const agreed = marks.filter(({ entry }) => entry.assessor === null).map(cell);
  return {
    format: 'counterweight-case/1',
    title,
    rubric,
    options,
    marks: given,
    ...(agreed.length === 0 ? {} : { consensus: agreed }),
    settings: { purpose: 'award' },
  };
};
