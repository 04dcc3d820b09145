import type { Agreement } from '../../core/agreement/agreement.ts';
import {
  buildAgreementRemarks,
  buildAgreementSentence,
  isEnoughToSay,
} from '../../core/agreement/agreement-sentence.ts';
import type { Result } from '../../core/scoring/result.ts';
import type { Block, Cell } from '../blocks.ts';
import { cell, figure, lead, list, note, table } from '../blocks.ts';
import type { ReportInput } from '../input.ts';
import { criterionTitle, optionName } from '../names.ts';
import { count, decimalWords } from '../numbers.ts';

/** How far the assessors agree: the spread first, then the measures with what they were worked out from. No names. */
export const buildAgreement = (input: ReportInput): readonly Block[] => {
  const { result } = input;
  if (!result) return [note(input.noResult)];
  const { agreement } = result;
  return [
    lead(buildAgreementSentence(agreement)),
    ...list(
      buildAgreementRemarks(agreement, {
        option: (id) => optionName(input, id),
        criterion: (id) => criterionTitle(input, id),
      }),
    ),
    ...widestBlocks(input, agreement),
    ...(isEnoughToSay(agreement) ? measureBlocks(result, agreement) : []),
  ];
};

const widestBlocks = (input: ReportInput, { widestCells }: Agreement): readonly Block[] =>
  table(
    'Where the marks lie furthest apart',
    ['Option', 'Criterion', 'Lowest#', 'Highest#', 'Marks#'],
    widestCells.map((one) => [
      cell(optionName(input, one.option)),
      cell(criterionTitle(input, one.criterion)),
      figure(decimalWords(one.lowest)),
      figure(decimalWords(one.highest)),
      figure(String(one.marks)),
    ]),
  );

const measureBlocks = (result: Result, found: Agreement): readonly Block[] => {
  const value = (key: keyof Agreement): Cell => {
    const number = found[key];
    if (typeof number === 'number') return figure(decimalWords(number, 3));
    const reason = result.notes.find(({ path }) => path === `/agreement/${key}`)?.reason;
    return figure('–', ...(reason ? [reason] : []));
  };
  const range = (ends: readonly [number, number] | null): string =>
    ends ? `, 95% range ${decimalWords(ends[0], 3)} to ${decimalWords(ends[1], 3)}` : '';
  const marks = `${count(found.pairableValues, 'mark')} on ${count(found.pairableCells, 'cell')}`;
  const orders = `${count(found.kendallAssessors, 'assessor')}, ${count(found.kendallOptions, 'option')}`;
  const method =
    found.kendallPMethod === 'exact' ? 'exact' : count(found.kendallPermutations, 'random order');
  return [
    ...table(
      'Measures of agreement',
      ['Measure', 'Value#', 'From'],
      [
        [
          cell("Krippendorff's alpha, by order"),
          value('alphaOrdinal'),
          cell(`${marks}${range(found.alphaOrdinalRange95)}`),
        ],
        [
          cell("Krippendorff's alpha, by distance"),
          value('alphaInterval'),
          cell(`${marks}${range(found.alphaIntervalRange95)}`),
        ],
        [cell("Kendall's W, on the order of options"), value('kendallW'), cell(orders)],
        [
          cell('p of W: orders at random agreeing as well'),
          found.kendallP !== null && found.kendallP < 0.001 ? figure('below 0.001') : value('kendallP'),
          cell(found.kendallP === null ? orders : method),
        ],
        [cell("ICC(2,1), one assessor's mark"), value('icc21'), cell(count(found.assessors, 'assessor'))],
        [cell('ICC(2,k), the mean of the panel'), value('icc2k'), cell(count(found.assessors, 'assessor'))],
        [
          cell('ICC(3,1), steady differences set aside'),
          value('icc31'),
          cell(count(found.assessors, 'assessor')),
        ],
      ],
    ),
    note(
      'Each panel member’s own marks as they stand; marks that the panel agreed on later are set aside. A cell is one option under one criterion, and all criteria are taken together. By custom an alpha of .800 and above can be relied on and one of .667 to .800 tentatively (Krippendorff 2004); below that, look at the marks themselves. With few options and few people every one of these figures is rough, and none of them says whose mark is right.',
    ),
  ];
};
