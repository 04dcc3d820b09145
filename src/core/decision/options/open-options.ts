import { DomainError } from '../../errors.ts';
import { defineAct, facts, section, textOf } from '../model/act.ts';
import {
  assertInterestsClear,
  assertNotOpened,
  assertRubricLocked,
  assessorsOf,
  dayOf,
  liveOptions,
  participantOf,
} from '../model/guards.ts';
import type { DecisionState } from '../model/state.ts';
import { object, text } from '../model/schema.ts';

type Input = { priceKnownTo?: string };

/** From here the rubric, the method and the list of options stand still, and marking can start. */
export const openOptions = defineAct<Input>({
  command: 'open-options',
  act: 'options-opened',
  summary: 'Open the bids (award) or close the list of options (appraisal). The rubric can no longer change.',
  by: ['lead'],
  input: object(
    {},
    {
      priceKnownTo: text('Where a price is public anyway (catalogue, renewal): which one, and who knows it'),
    },
  ),
  decide: (input, state, context) => {
    const rubric = assertRubricLocked(state, 'Opening');
    assertNotOpened(state, 'The list of options');
    assertInterestsClear(participantOf(state, context));
    if (liveOptions(state).length === 0) throw new DomainError('too-early', 'Add at least one option first.');
    if (rubric.criteria.length > 0 && assessorsOf(state).length === 0) {
      throw new DomainError('too-early', 'Name at least one panel member first.');
    }
    assertPurposeServed(state, dayOf(context.atIso));
    return [facts({}), ...(input.priceKnownTo ? [section('price-known', 'bid', input.priceKnownTo)] : [])];
  },
  evolve: (state, event) => ({ ...state, openedAt: event.at, priceKnownTo: textOf(event, 'price-known') }),
});

const assertPurposeServed = (state: DecisionState, today: string): void => {
  const kinds = liveOptions(state).map((option) => option.kind);
  if (state.purpose === 'award') {
    const deadline = state.rubric?.tenderDeadline;
    if (deadline && today <= deadline) {
      throw new DomainError('too-early', `Bids can be opened after the tender deadline, ${deadline}.`);
    }
    if (!kinds.includes('bid')) throw new DomainError('too-early', 'An award needs at least one bid.');
    return;
  }
  const waived = state.waivers.map((waiver) => waiver.baseline);
  if (!kinds.includes('business-as-usual') && !waived.includes('business-as-usual')) {
    throw new DomainError('incomplete', 'Add business as usual as an option, or say why it is left out.');
  }
  if (!kinds.includes('do-minimum') && !kinds.includes('pilot') && !waived.includes('small-step')) {
    throw new DomainError(
      'incomplete',
      'Add a do-minimum or a pilot as an option, or say why it is left out.',
    );
  }
};
