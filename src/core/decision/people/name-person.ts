import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { assertUndecided, held } from '../model/guards.ts';
import { ROLES } from '../model/roles.ts';
import type { Role } from '../model/roles.ts';
import { id, list, object, oneOf, text } from '../model/schema.ts';
import type { DecisionState } from '../model/state.ts';

type Input = { person: string; roles: readonly Role[]; name: string; job: string };

/** Pairs one person cannot hold: whoever sees prices early never marks; whoever leads or marks never approves. */
const APART: readonly (readonly [Role, Role, string])[] = [
  ['commercial', 'panel', 'The commercial role sees prices early, so it cannot mark.'],
  ['commercial', 'frontline', 'The commercial role sees prices early, so it cannot mark.'],
  ['approver', 'lead', 'The approver is never the lead.'],
  ['approver', 'panel', 'The approver does not mark.'],
  ['panel', 'frontline', 'A panel member cannot also mark as a frontline user.'],
];

export const assertRolesApart = (roles: readonly Role[]): void => {
  const clash = APART.find(([one, other]) => roles.includes(one) && roles.includes(other));
  if (clash) throw new DomainError('not-allowed', `${clash[2]} Name somebody else for one of the two roles.`);
};

export const namePerson = defineAct<Input>({
  command: 'name-person',
  act: 'person-named',
  summary: 'Name a person on this decision with their roles, or change the roles of somebody named before.',
  by: ['lead'],
  doors: DOORS,
  input: object({
    person: id('Participant id; the service makes one when a person is invited'),
    roles: list(oneOf(ROLES, 'A role'), 1, ROLES.length),
    name: text('Name', 200),
    job: text('Job', 200),
  }),
  decide: (input, state) => {
    assertUndecided(state);
    assertRolesApart(input.roles);
    if (input.person === state.lead && !input.roles.includes('lead')) {
      throw new DomainError('not-allowed', 'The lead keeps the lead role. Hand the lead over first.');
    }
    if (input.person !== state.lead && input.roles.includes('lead')) {
      throw new DomainError('not-allowed', 'A decision has one lead.');
    }
    const joinsMarkers = input.roles.some((role) => role === 'panel' || role === 'frontline');
    if (joinsMarkers && (state.qualitySealedAt || state.markingClosed)) {
      throw new DomainError('too-late', 'Marking is closed, so nobody can join those who mark.');
    }
    assertRolesApartOverTime(input, state);
    return [
      facts({ person: input.person, roles: [...input.roles] }),
      section('name', 'name', input.name),
      section('job', 'name', input.job),
    ];
  },
  evolve: (state, event) => {
    const { person, roles } = factsOf<{ person: string; roles: readonly Role[] }>(event);
    const before = held(state.people, person);
    const named = {
      ...(before?.wasCommercial || roles.includes('commercial') ? { wasCommercial: true as const } : {}),
      ...(before?.interest ? { interest: before.interest } : {}),
      id: person,
      roles,
      name: textOf(event, 'name'),
      job: textOf(event, 'job'),
      namedAt: before?.namedAt ?? event.at,
    };
    return { ...state, people: { ...state.people, [person]: named } };
  },
});

/** The same pairs over time: what somebody has seen or marked does not go away with the role. */
const assertRolesApartOverTime = ({ person, roles }: Input, state: DecisionState): void => {
  const marks = roles.some((role) => role === 'panel' || role === 'frontline');
  if (marks && held(state.people, person)?.wasCommercial && Object.keys(state.costs).length > 0) {
    throw new DomainError(
      'not-allowed',
      'This person had the commercial role and may have seen prices, so cannot mark.',
    );
  }
  const group = groupOfSealed(state, person);
  if (group === undefined) return;
  const other = group === 'panel' ? 'frontline' : 'panel';
  const clash = (['approver', 'commercial', other] as const).find((role) => roles.includes(role));
  if (clash) {
    throw new DomainError(
      'not-allowed',
      `This person has sealed marks as ${group} and cannot become ${clash}.`,
    );
  }
};

const groupOfSealed = (state: DecisionState, person: string): 'panel' | 'frontline' | undefined =>
  Object.values(state.marks)
    .flatMap((byOption) => Object.values(byOption))
    .find((byAssessor) => Object.hasOwn(byAssessor, person))?.[person]?.group;
