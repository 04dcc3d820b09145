import { leafShares } from './leaf-shares.ts';
import type { Lint } from './lint.ts';
import type { Rubric } from './rubric.ts';
import { listScored } from './walk-rubric.ts';

/** Award criteria have to relate to what is bought (Procurement Act 2023 s.23(2)(a)); a link to the need shows how. */
export const lintNeedLinks = (rubric: Rubric): readonly Lint[] => {
  const scored = listScored(rubric);
  const unlinked = scored.filter(({ criterion }) => !criterion.linkToNeed?.trim());
  const [first] = unlinked;
  if (!first) return [];
  const names = unlinked.map(({ criterion }) => `'${criterion.title}'`).join(', ');
  return [
    {
      id: 'rubric/need-link-missing',
      level: 'look-again',
      path: first.pointer,
      observation: `${unlinked.length} of ${scored.length} scored criteria do not say which part of the need they serve: ${names}.`,
      usualReason: 'This often has a good reason, such as a link that is plain to those who wrote the need.',
      question: 'Which part of the need does each of these serve?',
      nextStep: 'Add linkToNeed to each, in the words of the need; drop a criterion that serves none of it.',
    },
  ];
};

/** Criteria have to be in proportion to what is bought (s.23(2)(d)). Twelve is our own mark, not the law's. */
const MANY = 12;

export const lintCount = (rubric: Rubric): readonly Lint[] => {
  const count = listScored(rubric).length;
  if (count <= MANY) return [];
  return [
    {
      id: 'rubric/many-criteria',
      level: 'look-again',
      path: '/criteria',
      observation: `There are ${count} scored criteria; more than ${MANY} is a lot to answer and to mark with care.`,
      usualReason: 'This often has a good reason, such as a large or complex purchase.',
      question: 'Which of these could be a gate, or be asked of the winner only?',
      nextStep: 'Merge or drop those whose answer would not change the choice.',
    },
  ];
};

/** In basis points of the whole; a share that only rounding took below it counts as reaching it. */
const LEAST_BP = 500;

/** Something new can only win where the rubric gives it somewhere to score. */
export const lintInnovation = (rubric: Rubric): readonly Lint[] => {
  const shares = leafShares(rubric);
  if (shares.length === 0) return [];
  const tagged = shares.filter(
    ({ place }) =>
      place.criterion.tags?.includes('innovation') ||
      place.above.some((group) => group.tags?.includes('innovation')),
  );
  const share = tagged.reduce((sum, leaf) => sum + leaf.share, 0);
  if (Math.round(share * 10000) >= LEAST_BP) return [];
  const observation =
    tagged.length === 0
      ? 'No criterion is tagged innovation.'
      : `Criteria tagged innovation carry ${(share * 100).toFixed(2)} % of the weight, under 5 %.`;
  return [
    {
      id: 'rubric/innovation-absent',
      level: 'info',
      path: tagged[0]?.place.pointer ?? '/criteria',
      observation,
      usualReason: 'This often has a good reason, such as a need that a settled product meets well.',
      question: 'Where would a new way of working score, if somebody offered one?',
      nextStep: 'Add a criterion for it, or tag the one that rewards it.',
    },
  ];
};
