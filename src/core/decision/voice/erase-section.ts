import { withEntries } from '../model/growing.ts';
import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { object, oneOf } from '../model/schema.ts';

type Ground = 'passed-on' | 'request' | 'retention';
type Input = { seq: number; section: string; ground: Ground };

/** Erasing appends first and deletes after, so a crash between the two is finished by a sweep at start. */
export const eraseSection = defineAct<Input>({
  command: 'erase-section',
  act: 'section-erased',
  summary: 'Erase one free text or name. The chain still verifies and says that something was here.',
  by: ['lead', 'system'],
  doors: DOORS,
  input: object({
    seq: { type: 'integer', minimum: 1, description: 'The entry' },
    section: { type: 'string', minLength: 1, maxLength: 200, description: 'The section of that entry' },
    ground: oneOf(['passed-on', 'request', 'retention'], 'Why it is erased'),
  }),
  decide: (input, state) => {
    if (input.seq > state.seq) throw new DomainError('not-found', `There is no entry ${input.seq}.`);
    const act = state.timeline.find((item) => item.seq === input.seq)?.act ?? '';
    if (!isErasable(act, input.section)) {
      throw new DomainError(
        'not-allowed',
        'Only names, contributions and interests can be erased; marks, prices, other views and facts stay.',
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
    return { ...state, contributions: withEntries(state, state.contributions, { [found.id]: erased }) };
  },
});

/** By act, since a section called 'text' is a contribution in one and a panel member's different view in another. */
const ERASABLE: Readonly<Record<string, readonly string[]>> = {
  'decision-started': ['name', 'job'],
  'person-named': ['name', 'job'],
  'listening-opened': ['later-owner'],
  'gate-answered': ['owner'],
  'idea-stated': ['asked-of', 'staff-said'],
  'interest-declared': ['statement'],
  'interest-managed': ['reason'],
  'contribution-received': ['text', 'name', 'role', 'team'],
};
const isErasable = (act: string, section: string): boolean =>
  ERASABLE[act]?.includes(section) ?? (act === 'decision-recorded' && section.startsWith('risk-owner/'));
