import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertNotOpened } from '../model/guards.ts';
import { object, oneOf, text } from '../model/schema.ts';

type Input = { baseline: 'business-as-usual' | 'small-step'; reason: string };

/** An appraisal compares with doing nothing and with a small step. Leaving one out needs a written reason. */
export const waiveBaseline = defineAct<Input>({
  command: 'waive-baseline',
  act: 'baseline-waived',
  summary: 'Say why business as usual, or a small step (do-minimum or pilot), is not among the options.',
  by: ['lead'],
  input: object({
    baseline: oneOf(['business-as-usual', 'small-step'], 'Which baseline is left out'),
    reason: text('Why it is left out; printed on the decision'),
  }),
  decide: (input, state) => {
    assertNotOpened(state, 'The list of options');
    return [facts({ baseline: input.baseline }), section('reason', 'text', input.reason)];
  },
  evolve: (state, event) => {
    const { baseline } = factsOf<{ baseline: string }>(event);
    return {
      ...state,
      waivers: [...state.waivers, { baseline, reason: textOf(event, 'reason'), at: event.at }],
    };
  },
});
