import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { participantOf } from '../model/guards.ts';
import { id, object } from '../model/schema.ts';
import { withEach } from './answer-contributions.ts';

type Input = { contribution: string };

/** Nobody alone decides that something said is not heard: a second person agrees, and the record counts it. */
export const agreeSetAside = defineAct<Input>({
  command: 'agree-set-aside',
  act: 'set-aside-agreed',
  summary: 'Agree, as a second person, that a contribution is set aside.',
  by: ['panel', 'approver', 'auditor'],
  input: object({ contribution: id('The contribution') }),
  decide: (input, state, context) => {
    const contribution = state.contributions[input.contribution];
    if (!contribution?.awaitsSecondPerson) {
      throw new DomainError('not-found', 'No set-aside is waiting for a second person here.');
    }
    return [facts({ contribution: input.contribution, person: participantOf(state, context).id })];
  },
  evolve: (state, event) => {
    const { contribution } = factsOf<{ contribution: string }>(event);
    return withEach(state, [contribution], (one) => ({ ...one, awaitsSecondPerson: false }));
  },
});
