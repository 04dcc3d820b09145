import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertQualityOpen, liveOption } from '../model/guards.ts';
import { id, object, text } from '../model/schema.ts';

type Input = { option: string; reason: string };

export const withdrawOption = defineAct<Input>({
  command: 'withdraw-option',
  act: 'option-withdrawn',
  summary: 'Take an option off the list, with a reason: entered by mistake, or withdrawn by the supplier.',
  by: ['lead'],
  input: object({ option: id('The option'), reason: text('Why it is withdrawn') }),
  decide: (input, state) => {
    assertQualityOpen(state, 'The list of options');
    liveOption(state, input.option);
    return [facts({ option: input.option }), section('reason', 'bid', input.reason)];
  },
  evolve: (state, event) => {
    const { option } = factsOf<{ option: string }>(event);
    const present = state.options[option];
    if (!present) return state;
    const withdrawn = { at: event.at, reason: textOf(event, 'reason') };
    return { ...state, options: { ...state.options, [option]: { ...present, withdrawn } } };
  },
});
