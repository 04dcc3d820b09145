import type { Heading } from './find-headings.ts';
import { answerOf } from './gate-words.ts';
import type { Column, Columns, NamingChoice, SheetIs } from './naming.ts';
import { cellText, plainWords } from './plain-words.ts';
import { readHeading } from './read-heading.ts';
import { readMark } from './read-mark.ts';
import { FILLERS } from './role-words.ts';
import type { Role } from './role-words.ts';
import type { Sheet } from './sheet.ts';

/** A column before it is known whose it is: names from its headings, the outermost first. */
type Draft = {
  readonly at: number;
  readonly role: Role;
  readonly labels: readonly string[];
  /** True of the reasons for agreed marks. */
  readonly ofAgreed?: boolean;
};

/** What a column is shows in its first rows. */
const MOST_PROFILED = 2000;

type Profile = {
  readonly filled: number;
  /** Cells that hold a mark, pass or fail, or say that there is none. */
  readonly marks: number;
  /** Cells in which a mark may have gone wrong: a failed formula, a mark turned into a date. */
  readonly spoilt: number;
  readonly letters: number;
};

const profileOf = (rows: Sheet['rows'], at: number): Profile => {
  const filled = rows.map((row) => row[at] ?? null).filter((cell) => cellText(cell) !== '');
  return {
    filled: filled.length,
    marks: filled.filter((cell) => readMark(cell).is !== 'fault' || answerOf(cellText(cell)) !== undefined)
      .length,
    spoilt: filled.filter((cell) => cell?.kind === 'day' || cell?.kind === 'fault').length,
    letters: filled.reduce((sum, cell) => sum + (cell?.kind === 'text' ? cellText(cell).length : 0), 0),
  };
};

const isMarks = ({ filled, marks, spoilt }: Profile): boolean =>
  marks > 0 && (marks + spoilt) * 10 >= filled * 6;

const HAS_OWNER: readonly Role[] = ['mark', 'agreed', 'reason', 'price', 'total'];
const BEGINS_NAMES: readonly (Role | null)[] = ['bidder', 'assessor', 'group'];

/** What one column is, from its heading first and its cells second; null for one that says nothing here. */
const draftOf = (
  { own, above }: Heading,
  at: number,
  profile: Profile,
  chosen: Role | 'none' | undefined,
): Draft | null => {
  if (chosen === 'none' || (own === '' && chosen === undefined)) return null;
  const heading = readHeading(own);
  const names = above.filter((text) => text !== own);
  const labelled = heading.label === '' ? names : [...names, heading.label];
  const { ofAgreed } = heading;
  if (chosen !== undefined)
    return { at, role: chosen, labels: HAS_OWNER.includes(chosen) ? labelled : [], ofAgreed };
  if (heading.role === null || (BEGINS_NAMES.includes(heading.role) && !heading.whole)) {
    if (
      plainWords(own)
        .split(' ')
        .every((word) => FILLERS.has(word))
    )
      return null;
    if (isMarks(profile) || (profile.filled === 0 && heading.role !== null))
      return { at, role: 'mark', labels: labelled };
    return heading.role === null ? null : { at, role: heading.role, labels: [] };
  }
  // 'Notes' are remarks in English and marks in French.
  const isNotes = heading.role === 'reason' && plainWords(own) === 'notes' && isMarks(profile);
  const role = isNotes && profile.letters === 0 ? 'mark' : heading.role;
  return { at, role, labels: HAS_OWNER.includes(role) ? labelled : [], ofAgreed };
};

/** One column each: of several that could be the criterion the one with most words, of the others the first. */
const keepOne = (drafts: readonly Draft[], letters: (at: number) => number): readonly Draft[] => {
  const best = new Map<Role, Draft>();
  for (const draft of drafts) {
    const before = best.get(draft.role);
    const better = draft.role === 'criterion' && before && letters(draft.at) > letters(before.at);
    if (!before || better) best.set(draft.role, draft);
  }
  return drafts.filter((draft) => HAS_OWNER.includes(draft.role) || best.get(draft.role) === draft);
};

/** Without a heading that says so, the first column of words is the criterion. */
const withCriterion = (
  drafts: readonly Draft[],
  profiles: readonly Profile[],
  headings: readonly Heading[],
): readonly Draft[] => {
  if (drafts.some(({ role }) => role === 'criterion')) return drafts;
  const described = drafts.find(({ role }) => role === 'guidance');
  const free = headings.findIndex(
    (_heading, at) =>
      !drafts.some((draft) => draft.at === at) &&
      (profiles[at]?.letters ?? 0) > (profiles[at]?.filled ?? 0) * 3,
  );
  if (free >= 0) return [...drafts, { at: free, role: 'criterion', labels: [] }];
  return described
    ? drafts.map((draft) => (draft === described ? { ...draft, role: 'criterion' as const } : draft))
    : drafts;
};

export type ColumnContext = {
  readonly choice: Pick<NamingChoice, 'columns' | 'marksAre'>;
  readonly sheetIs: SheetIs;
};

/** What each column of a sheet is: the person's word, else its heading in five languages, else its cells. */
export const guessColumns = (
  sheet: Sheet,
  headingRow: number,
  headings: readonly Heading[],
  { choice, sheetIs }: ColumnContext,
): Columns => {
  const rows = sheet.rows.slice(headingRow + 1, headingRow + 1 + MOST_PROFILED);
  const profiles = headings.map((_heading, at) => profileOf(rows, at));
  const chosen = choice.columns ?? {};
  const all = headings.flatMap((heading, at) => {
    const profile = profiles[at] ?? { filled: 0, marks: 0, spoilt: 0, letters: 0 };
    return draftOf(heading, at, profile, chosen[at]) ?? [];
  });
  const taken = new Set(all.filter(({ at }) => chosen[at] !== undefined).map(({ role }) => role));
  const guessed = keepOne(
    all.filter(({ at, role }) => chosen[at] !== undefined || HAS_OWNER.includes(role) || !taken.has(role)),
    (at) => profiles[at]?.letters ?? 0,
  );
  const open = headings.map((heading, at) => (chosen[at] === 'none' ? { own: '', above: [] } : heading));
  const drafts = [...withCriterion(guessed, profiles, open)].sort((a, b) => a.at - b.at);
  const hasBidder = sheetIs === 'bidder' || drafts.some(({ role }) => role === 'bidder');
  const named = choice.marksAre ?? (hasBidder ? 'assessors' : 'bidders');
  return ownedColumns(withKnownNames(drafts), named);
};

const isMark = ({ role }: Draft): boolean => role === 'mark' || role === 'agreed';

/** Only marks bring names: 'Price excl. VAT' and 'Comments from the panel' are nobody's. Of such prices the first counts. */
const withKnownNames = (drafts: readonly Draft[]): readonly Draft[] => {
  const known = new Set(drafts.filter(isMark).flatMap(({ labels }) => labels.map(plainWords)));
  const named = drafts.map((draft) =>
    isMark(draft)
      ? draft
      : { ...draft, labels: draft.labels.filter((label) => known.has(plainWords(label))) },
  );
  const price = named.find(({ role, labels }) => role === 'price' && labels.length === 0);
  return named.filter((one) => one.role !== 'price' || one.labels.length > 0 || one === price);
};

const startsAs = (label: string): Role | null => readHeading(label).role;

const ownerOf = (labels: readonly string[], named: 'bidders' | 'assessors'): Omit<Column, 'role'> => {
  const [outer, inner] = labels.slice(-2);
  if (outer === undefined) return {};
  if (inner === undefined) {
    const role = startsAs(outer);
    const isAssessor = role === 'assessor' || (role !== 'bidder' && named === 'assessors');
    return isAssessor ? { assessor: outer } : { bidder: outer };
  }
  return startsAs(outer) === 'assessor' || startsAs(inner) === 'bidder'
    ? { assessor: outer, bidder: inner }
    : { bidder: outer, assessor: inner };
};

/** A reason without a name belongs to the marks at its left, where reasons and marks come in pairs. */
const ownedColumns = (drafts: readonly Draft[], named: 'bidders' | 'assessors'): Columns => {
  const marks = drafts.filter(isMark);
  const reasons = drafts.filter(({ role, labels }) => role === 'reason' && labels.length === 0);
  return new Map(
    drafts.flatMap((draft): (readonly [number, Column])[] => {
      const own = draft.role === 'agreed' ? agreedOwner(draft.labels, named) : ownerOf(draft.labels, named);
      if (draft.role === 'reason' && draft.ofAgreed)
        return [[draft.at, { role: 'reason', ...agreedOwner(draft.labels, named), assessor: AGREED }]];
      if (draft.role !== 'reason' || draft.labels.length > 0 || marks.length < 2)
        return [[draft.at, { role: draft.role, ...own }]];
      const left = marks.findLast(({ at }) => at < draft.at);
      const paired = left && (reasons.length > 1 || left.role === 'agreed');
      if (!paired) return [];
      return [[draft.at, { role: 'reason', ...reasonOwner(left, named) }]];
    }),
  );
};

const agreedOwner = (labels: readonly string[], named: 'bidders' | 'assessors'): Omit<Column, 'role'> => {
  const { bidder } = ownerOf(labels.slice(0, 1), named === 'assessors' ? 'assessors' : 'bidders');
  return bidder === undefined ? {} : { bidder };
};

/** The reason of an agreed mark is told from those of the assessors by the name that no assessor has. */
export const AGREED = '';

const reasonOwner = (left: Draft, named: 'bidders' | 'assessors'): Omit<Column, 'role'> =>
  left.role === 'agreed'
    ? { ...agreedOwner(left.labels, named), assessor: AGREED }
    : ownerOf(left.labels, named);
