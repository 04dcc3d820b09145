import { applicableGates } from '../../core/decision/marking/missing-gates.ts';
import { liveOptions } from '../../core/decision/model/guards.ts';
import type { GateState } from '../../core/decision/model/state.ts';
import type { GateCriterion } from '../../core/rubric/rubric.ts';
import { listGates } from '../../core/rubric/walk-rubric.ts';
import type { Block } from '../blocks.ts';
import { cell, note, table } from '../blocks.ts';
import { isWithheld, shown } from '../hidden.ts';
import type { ReportInput } from '../input.ts';
import { GATE_WORDS, optionName } from '../names.ts';
import { count, dayWords } from '../numbers.ts';

/** Gates are passed or not, never points. Those to be met later become conditions of the award. */
export const buildGates = (input: ReportInput): readonly Block[] => {
  const { state } = input;
  const rubric = state.rubric?.rubric;
  if (!rubric) return [note('Gates come with the rubric.')];
  const gates = listGates(rubric).map((place) => place.criterion);
  if (gates.length === 0) return [note('This rubric has no gates.')];
  const withheld = isWithheld(input, 'bid');
  const rows = liveOptions(state).flatMap((option) =>
    applicableGates(state, rubric, option.id).map((gate) => gateRow(input, gate, option.id, withheld)),
  );
  return [
    ...table(
      'What each gate asks',
      ['Gate', 'Passed when'],
      gates.map((gate) => [cell(gate.title), cell(gate.passWhen ?? gate.question ?? '')]),
    ),
    ...table('Answers to the gates', ['Option', 'Gate', 'Answer', ...(withheld ? [] : ['Evidence'])], rows),
    ...(withheld ? [note('The evidence for each answer is withheld in this edition.')] : []),
    ...conditionBlocks(input, gates),
  ];
};

const gateRow = (input: ReportInput, gate: GateCriterion, option: string, withheld: boolean) => {
  const given = input.state.gates[option]?.[gate.id];
  const answer = given ? cell(GATE_WORDS[given.answer], ...laterNotes(input, given)) : cell('No answer yet');
  const evidence = given ? cell(shown(input, given.evidence, 'bid')) : cell('');
  return [cell(optionName(input, option)), cell(gate.title), answer, ...(withheld ? [] : [evidence])];
};

const laterNotes = (input: ReportInput, given: GateState): readonly string[] =>
  given.answer === 'later'
    ? [`By ${given.by ? dayWords(given.by) : 'a day not set'}, ${shown(input, given.owner, 'name')}`]
    : [];

const conditionBlocks = (input: ReportInput, gates: readonly GateCriterion[]): readonly Block[] => {
  const chosen = input.state.outcome?.option;
  const rows = gates.flatMap((gate) => {
    const given = chosen ? input.state.gates[chosen]?.[gate.id] : undefined;
    if (given?.answer !== 'later') return [];
    return [
      [
        cell(gate.title),
        cell(given.by ? dayWords(given.by) : 'A day not set'),
        cell(shown(input, given.owner, 'name')),
      ],
    ];
  });
  if (rows.length === 0) return [];
  const title = `Conditions of this choice: ${count(rows.length, 'gate')} to be met later`;
  return table(title, ['To be met', 'By', 'Owner'], rows);
};
