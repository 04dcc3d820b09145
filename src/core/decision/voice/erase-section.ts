import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { object, oneOf } from '../model/schema.ts';

type Ground = 'passed-on' | 'request' | 'retention';
type Input = { seq: number; section: string; ground: Ground };

/** Erasing appends first and deletes after, so a crash between the two is finished by a sweep at start. */
export const eraseSection = defineAct<Input>({
  command: 'erase-section',
  act: 'section-erased',
  summary: 'Erase one free text or name. The chain still verifies and says that something was here.',
  by: ['lead', 'system'],
  input: object({
    seq: { type: 'integer', minimum: 1, description: 'The entry' },
    section: { type: 'string', minLength: 1, maxLength: 200, description: 'The section of that entry' },
    ground: oneOf(['passed-on', 'request', 'retention'], 'Why it is erased'),
  }),
  decide: (input, state) => {
    if (input.seq > state.seq) throw new DomainError('not-found', `There is no entry ${input.seq}.`);
    if (!isErasable(input.section)) {
      throw new DomainError(
        'not-allowed',
        'Only names, contributions and interests can be erased; marks, prices and facts stay.',
      );
    }
    return [facts({ seq: input.seq, section: input.section, ground: input.ground })];
  },
  evolve: (state, event) => {
    const { seq, section } = factsOf<{ seq: number; section: string }>(event);
    if (section !== 'text') return state;
    const found = Object.values(state.contributions).find((one) => one.seq === seq);
    if (!found) return state;
    const erased = { ...found, text: null, textErased: true };
    return { ...state, contributions: { ...state.contributions, [found.id]: erased } };
  },
});

const ERASABLE = ['text', 'name', 'job', 'role', 'team', 'statement'];
const isErasable = (section: string): boolean =>
  ERASABLE.includes(section) || section.startsWith('risk-owner/');
