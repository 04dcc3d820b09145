import { DomainError } from '../../errors.ts';
import { liveOption, optionsWord } from '../model/guards.ts';
import type { DecisionState } from '../model/state.ts';
import { rankingOfDecision } from './result-of-decision.ts';

type Choice = { outcome: 'award' | 'no-award' | 'choose'; option?: string; whyNotFirst?: string };

/**
 * Which choice the ranking allows. In an award: the first-ranked bid, one of those tied for first, or none.
 * In an appraisal: any option that passed its gates, with a written why when it is not the first.
 */
export const assertChoiceAllowed = (choice: Choice, state: DecisionState): void => {
  if (choice.outcome === 'no-award') {
    if (state.purpose !== 'award')
      throw new DomainError('invalid-input', 'Only an award can end with no award.');
    if (choice.option) throw new DomainError('invalid-input', 'No award names no option.');
    if (!state.openedAt)
      throw new DomainError(
        'too-early',
        `There is nothing to decide before the ${optionsWord(state)} are opened.`,
      );
    return;
  }
  if ((choice.outcome === 'award') !== (state.purpose === 'award')) {
    throw new DomainError(
      'invalid-input',
      `This is an ${state.purpose}; its outcome is ${state.purpose === 'award' ? 'award or no award' : 'a choice'}.`,
    );
  }
  if (!choice.option) throw new DomainError('invalid-input', 'Name the chosen option.');
  const option = liveOption(state, choice.option);
  if (option.setAside)
    throw new DomainError('not-first-ranked', 'This bid was set aside, so it cannot be chosen.');
  const result = rankingOfDecision(state);
  const found = result.options.find((one) => one.id === choice.option);
  const isFirst = found?.rank === 1;
  if (found?.eliminated.length) {
    throw new DomainError(
      'not-first-ranked',
      'This option did not pass a gate or a minimum, so it cannot be chosen.',
    );
  }
  if (state.purpose === 'award' && !isFirst) {
    throw new DomainError(
      'not-first-ranked',
      'The award goes to the first-ranked bid. To award another, the first has to be set aside on a named ground and the ranking run again.',
      { first: result.winner ?? result.tied.join(', ') },
    );
  }
  if (!isFirst && !choice.whyNotFirst) {
    throw new DomainError(
      'reason-needed',
      'This is not the first-ranked option. Say why it is chosen all the same.',
    );
  }
};
