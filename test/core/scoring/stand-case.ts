import type { Case } from '../../../src/core/scoring/case.ts';
import { createScorer } from '../../../src/core/scoring/create-scorer.ts';
import type { Standing } from '../../../src/core/scoring/create-scorer.ts';
import { moneyOfCase } from '../../../src/core/scoring/money-of-case.ts';
import type { MoneyResult } from '../../../src/core/scoring/money-result.ts';
import { prepareCase } from '../../../src/core/scoring/prepare-case.ts';

/** The ranking of a case, worked out in full, without the analysis of how sure it is. */
export const standCase = (given: Case): Standing => createScorer(prepareCase(given)).stand();

type Money = { readonly money: MoneyResult; readonly noteAt: (path: string) => string | undefined };

/** What the money says of a case, and the note on one part of it. */
export const moneyOf = (given: Case): Money => {
  const prepared = prepareCase(given);
  const { money, notes } = moneyOfCase(prepared, createScorer(prepared).stand());
  if (!money) throw new Error('This case has neither a price criterion nor costs.');
  return { money, noteAt: (path) => notes.find((note) => note.path === path)?.reason };
};
