import { decimalOf, roundHalfUp } from '../exact/decimal.ts';
import type { Agreement } from './agreement.ts';

/**
 * How far the assessors agree, in words. The question a decision maker asks: can I lean on these marks, and where should I
 * look first?
 *
 * Alpha is read by the custom of Krippendorff (2004), Content Analysis, chapter 11: from .800 rely on it, from .667 to
 * .800 tentatively, below that not on the figure alone. It speaks of marks and cells, never of a person. Below two
 * assessors or ten marks that can be compared it says that they are too few.
 * Example: alpha 0.71 from 40 marks by 4 assessors: "The marks agree well enough for a tentative conclusion: alpha is
 * 0.710 ...".
 */
export type AgreementTitles = {
  readonly option: (id: string) => string;
  readonly criterion: (id: string) => string;
};

export const FEWEST_ASSESSORS = 2;
export const FEWEST_VALUES = 10;
const RELY = 800;
const TENTATIVE = 667;
/** Severity is worth a word when setting it aside changes the correlation by this much. */
const SEVERITY = 0.1;

export const isEnoughToSay = ({ assessors, pairableValues }: Agreement): boolean =>
  assessors >= FEWEST_ASSESSORS && pairableValues >= FEWEST_VALUES;

/** The alpha that suits the scales, with its range. */
export const suitedAlpha = (
  found: Agreement,
): { readonly alpha: number | null; readonly range95: readonly [number, number] | null } =>
  found.suitedAlpha === 'interval'
    ? { alpha: found.alphaInterval, range95: found.alphaIntervalRange95 }
    : { alpha: found.alphaOrdinal, range95: found.alphaOrdinalRange95 };

export const buildAgreementSentence = (found: Agreement): string => {
  const from = `${counted(found.pairableValues, 'mark')} that can be compared, by ${counted(found.assessors, 'assessor')}`;
  if (!isEnoughToSay(found))
    return `Too few to say how far the assessors agree: ${from}. It takes ${FEWEST_VALUES} marks and ${FEWEST_ASSESSORS} assessors.`;
  const { alpha, range95 } = suitedAlpha(found);
  if (alpha === null)
    return `All ${counted(found.pairableValues, 'mark')} that can be compared are equal (${counted(found.assessors, 'assessor')}).`;
  const range = range95 ? ` (95% range ${places(range95[0], 3)} to ${places(range95[1], 3)})` : '';
  return `${readingOf(alpha)}: alpha is ${places(alpha, 3)}${range}, from ${from}.`;
};

const readingOf = (alpha: number): string => {
  const thousandths = Number(roundHalfUp(decimalOf(alpha), 3));
  if (thousandths >= RELY) return 'The marks agree well enough to rely on';
  if (thousandths >= TENTATIVE) return 'The marks agree well enough for a tentative conclusion';
  return thousandths > 0
    ? 'The marks agree less than is usually relied on'
    : 'The marks agree no better than chance would make them';
};

/** What stands beside the sentence; nothing that the numbers do not bear. */
export const buildAgreementRemarks = (found: Agreement, titles: AgreementTitles): readonly string[] => [
  ...widestWords(found, titles),
  ...(isEnoughToSay(found)
    ? [...unsettledWords(found), ...orderWords(found), ...severityWords(found), ...numberWords(found)]
    : []),
];

const widestWords = ({ widestCells }: Agreement, titles: AgreementTitles): readonly string[] => {
  const [widest] = widestCells;
  if (!widest) return [];
  const where = `“${titles.criterion(widest.criterion)}” for ${titles.option(widest.option)}`;
  return [
    `Marks lie furthest apart on ${where}: from ${widest.lowest} to ${widest.highest} (n = ${widest.marks}). People may know different parts of the work, or read the question differently.`,
  ];
};

const unsettledWords = (found: Agreement): readonly string[] => {
  const { range95 } = suitedAlpha(found);
  if (!range95) return [];
  const [low, high] = range95.map((end) => readingOf(end));
  return low === high
    ? []
    : ['The range covers more than one of the customary readings, so the figure is not settled.'];
};

const orderWords = (found: Agreement): readonly string[] => {
  const { kendallW, kendallP, kendallAssessors, kendallOptions } = found;
  if (kendallW === null || kendallP === null || kendallOptions < 3) return [];
  return [
    `On the order of the options Kendall's W is ${places(kendallW, 2)}, where 1 is one and the same order (${counted(kendallAssessors, 'assessor')}, ${counted(kendallOptions, 'option')}). Orders picked at random would agree as well in ${shareWords(kendallP)} of cases.`,
  ];
};

const severityWords = ({ icc21, icc31 }: Agreement): readonly string[] =>
  icc21 === null || icc31 === null || icc31 - icc21 < SEVERITY
    ? []
    : [
        `Some marks are higher than others throughout: the correlation is ${places(icc21, 2)}, and ${places(icc31, 2)} with such steady differences set aside. They move every option alike, so they matter for minimums more than for the order.`,
      ];

const numberWords = ({ icc2k, assessors, assessorsFor70 }: Agreement): readonly string[] => {
  if (icc2k === null || assessorsFor70 === null) return [];
  const now = `Alpha speaks of single marks, and a mean of several is steadier: the mean of these ${assessors} has a reliability of ${places(icc2k, 2)}`;
  return [
    assessorsFor70 > assessors
      ? `${now}; about ${assessorsFor70} like them would bring it to 0.7.`
      : `${now}; ${assessorsFor70 === 1 ? 'one of them' : `${assessorsFor70} of them`} would already reach 0.7.`,
  ];
};

const shareWords = (share: number): string => {
  if (share < 0.001) return 'fewer than 0.1%';
  return share < 0.1 ? `${places(share * 100, 1)}%` : `${places(share * 100, 0)}%`;
};

const MINUS = '\u2212';

/** With exactly so many decimals, rounded half up. */
const places = (value: number, decimals: number): string => {
  const units = roundHalfUp(decimalOf(value), decimals);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  return `${units < 0n ? MINUS : ''}${digits.slice(0, split)}${decimals > 0 ? `.${digits.slice(split)}` : ''}`;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
