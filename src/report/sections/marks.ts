import type { MarkState } from '../../core/decision/model/state.ts';
import { listScored } from '../../core/rubric/walk-rubric.ts';
import type { CellResult } from '../../core/scoring/result.ts';
import type { Block, Cell } from '../blocks.ts';
import { cell, figure, heading, note, table, text } from '../blocks.ts';
import { hiddenWords, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { optionName, personName } from '../names.ts';
import { count, dayWords, decimalWords, percent } from '../numbers.ts';

/** Behind each score: every mark with its reason, the first one where it changed, and what counts in the end. */
export const buildMarks = (input: ReportInput): readonly Block[] => {
  const rubric = input.state.rubric?.rubric;
  if (!rubric) return [];
  return listScored(rubric).flatMap(({ criterion }) => {
    const options = Object.entries(input.state.marks[criterion.id] ?? {});
    const agreed = input.state.consensus[criterion.id] ?? {};
    const ids = [...new Set([...options.map(([id]) => id), ...Object.keys(agreed)])];
    const marks = options.flatMap(([, byAssessor]) => Object.values(byAssessor));
    if (marks.length > 0 && marks.every((mark) => mark.score === null)) {
      const sealed = `${count(marks.length, 'mark is', 'marks are')} sealed: ${hiddenWords(input, 'mark').toLowerCase()}.`;
      return [heading(criterion.title), note(sealed)];
    }
    const rows = ids.flatMap((id) => optionRows(input, criterion.id, id));
    const weight = input.result?.options[0]?.criteria[criterion.id]?.weight;
    const caption = `Marks and reasons: ${criterion.title}${weight === undefined ? '' : `, ${percent(weight)} of the whole`}`;
    if (rows.length === 0) return [];
    return [
      heading(criterion.title),
      ...(criterion.question ? [text(criterion.question)] : []),
      ...table(caption, ['Option', 'Who', 'Mark#', 'Why'], rows),
    ];
  });
};

const optionRows = (input: ReportInput, criterion: string, option: string): readonly (readonly Cell[])[] => {
  const { state, result } = input;
  const name = cell(optionName(input, option));
  const marks = Object.values(state.marks[criterion]?.[option] ?? {});
  const agreed = state.consensus[criterion]?.[option];
  const counted = result?.options.find((one) => one.id === option)?.criteria[criterion];
  return [
    ...marks.map((mark) => [name, ...markCells(input, mark)]),
    ...(agreed
      ? [
          [
            name,
            cell('Agreed by the panel'),
            figure(shown(input, agreed.score, 'consensus')),
            cell(agreed.reason ?? ''),
          ],
        ]
      : []),
    ...(counted ? togetherRows(name, counted, agreed !== undefined) : []),
  ];
};

/** What counts, where no single row above says it: several marks without an agreed one, or a trial that counts too. */
const togetherRows = (name: Cell, counted: CellResult, isAgreed: boolean): readonly (readonly Cell[])[] => {
  const { score, marks, frontlineMean } = counted;
  if (score === null || (frontlineMean === null && (isAgreed || marks < 2))) return [];
  const base = isAgreed ? 'The agreed mark' : count(marks, 'panel mark');
  const trial = frontlineMean === null ? '' : ` and the trial’s mean of ${decimalWords(frontlineMean)}`;
  return [[name, cell('Together'), figure(decimalWords(score)), cell(`From ${base.toLowerCase()}${trial}.`)]];
};

const markCells = (input: ReportInput, mark: MarkState): readonly Cell[] => {
  const group = mark.group === 'frontline' ? ['From the trial'] : [];
  const changed = mark.changes.map(
    (one) => `Changed on ${dayWords(one.at)}: ${shown(input, one.why, 'reason')}`,
  );
  const firstMark =
    mark.changes.length > 0 ? [`First mark ${mark.firstScore ?? ''}: ${mark.firstReason ?? ''}`] : [];
  return [
    cell(personName(input, mark.assessor), ...group),
    figure(shown(input, mark.score, 'mark')),
    cell(shown(input, mark.reason, 'reason'), ...firstMark, ...changed),
  ];
};
