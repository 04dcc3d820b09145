import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage } from '../page.ts';
import { field, optional } from '../page.ts';

/** Two taps before anything else: is there a link with a supplier? And who judges what was declared. */
export const interestsPage: DecisionPage = {
  slug: 'interests',
  doors: ['full', 'quick'],
  template: 'pages/interests',
  title: 'Interests',
  build: ({ state, viewer }) => {
    const mayJudge = hasRole(viewer, 'lead') || hasRole(viewer, 'approver');
    const declared = Object.values(state.people).filter((person) => person.interest && !person.left);
    return {
      mine: viewer.interest ?? null,
      waitsForLead: viewer.id !== state.lead && !state.people[state.lead]?.interest,
      isOver: isDecided(state),
      hasDeclared: viewer.interest !== undefined,
      hasLink: viewer.interest?.hasInterest === true,
      outcomeText: outcomeText(viewer.interest?.outcome),
      withoutLink: declared
        .filter((one) => !one.interest?.hasInterest)
        .map((one) => one.name ?? 'Name erased'),
      rows: declared
        .filter((one) => one.interest?.hasInterest)
        .map((person) => ({
          id: person.id,
          name: person.name ?? 'Name erased',
          answer: person.interest?.hasInterest ? 'Has a link' : 'No link',
          statement: person.interest?.statement ?? '',
          outcome: person.interest?.hasInterest ? outcomeText(person.interest.outcome) : '',
          mayJudge:
            mayJudge &&
            person.interest?.hasInterest === true &&
            person.id !== viewer.id &&
            !person.interest.outcome,
        })),
      showRows: mayJudge || hasRole(viewer, 'auditor'),
      waitingFor: Object.values(state.people)
        .filter((person) => !person.interest && !person.left)
        .map((person) => person.name ?? 'Name erased'),
    };
  },
  submit: {
    'declare-interest': async (form, view, context) => {
      const answer = field(form, 'hasInterest');
      const input = {
        ...(answer === '' ? {} : { hasInterest: answer === 'yes' }),
        ...optional('statement', field(form, 'statement')),
      };
      await actFromForm(view, context, form, 'declare-interest', input, 'Declared. Thank you.');
    },
    'manage-interest': async (form, view, context) => {
      const input = {
        person: field(form, 'person'),
        outcome: field(form, 'outcome'),
        reason: field(form, 'reason'),
      };
      await actFromForm(view, context, form, 'manage-interest', input, 'Recorded.');
    },
  },
};

const outcomeText = (outcome: string | undefined): string =>
  outcome === 'may-take-part'
    ? 'May take part'
    : outcome === 'stands-aside'
      ? 'Stands aside'
      : 'Not decided yet';
