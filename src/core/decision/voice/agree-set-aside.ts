import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { held, participantOf } from '../model/guards.ts';
import { id, object } from '../model/schema.ts';
import { withEach } from './answer-contributions.ts';

type Input = { contribution: string };

/** Nobody alone decides that something said is not heard: a second person agrees, and the record counts it. */
export const agreeSetAside = defineAct<Input>({
  command: 'agree-set-aside',
  act: 'set-aside-agreed',
  summary: 'Agree, as a second person, that a contribution is set aside.',
  by: ['panel', 'approver', 'auditor'],
  doors: DOORS,
  input: object({ contribution: id('The contribution') }),
  decide: (input, state, context) => {
    const person = participantOf(state, context);
    const contribution = held(state.contributions, input.contribution);
    if (!contribution?.awaitsSecondPerson) {
      throw new DomainError('not-found', 'No set-aside is waiting for a second person here.');
    }
    // The lead set it aside, and a lead may be on the panel, too.
    if (person.id === state.lead) {
      throw new DomainError('not-allowed', 'You set this aside yourself. Somebody else has to agree.');
    }
    return [facts({ contribution: input.contribution, person: person.id })];
  },
  evolve: (state, event) => {
    const { contribution } = factsOf<{ contribution: string }>(event);
    return withEach(state, [contribution], (one) => ({ ...one, awaitsSecondPerson: false }));
  },
});
