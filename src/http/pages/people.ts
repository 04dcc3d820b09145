import { DomainError } from '../../core/errors.ts';
import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { ROLES } from '../../core/decision/model/roles.ts';
import type { Role } from '../../core/decision/model/roles.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { cancelInvitation, loadInvitations } from '../../usecases/invitation.ts';
import type { NewInvitation } from '../../usecases/invitation.ts';
import { inviteAgain, invitePerson } from '../../usecases/invite-person.ts';
import { groupCode } from '../../usecases/secrets.ts';
import { actFromForm, requestKeyOf } from '../act-form.ts';
import { ROLE_WORDS } from '../../report/names.ts';
import { layoutModel } from '../page.ts';
import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage, PageContext } from '../page.ts';
import { field, fields } from '../page.ts';

const ROLE_TEXT: Readonly<Record<Role, string>> = {
  lead: 'Lead: runs the decision',
  commercial: 'Commercial: enters costs, marks nothing',
  panel: 'Panel: marks, blind',
  frontline: 'Trial user: marks in a trial whose method is locked',
  approver: 'Approver: approves, returns or declines',
  auditor: 'Auditor: reads the record',
};

/** An idea has an author and somebody who is asked; whoever else is named on it reads. */
const ON_AN_IDEA: Readonly<Record<Role, string>> = {
  lead: 'Author',
  approver: 'The person asked: can answer it',
  auditor: 'Reads it, with the names of those who added to it',
  commercial: 'Commercial',
  panel: 'Panel',
  frontline: 'Trial user',
};

const rolesToGive = (isIdea: boolean, closed: boolean): readonly Role[] =>
  ROLES.filter((role) => {
    if (isIdea) return role === 'approver' || role === 'auditor';
    return role !== 'lead' && !(closed && (role === 'panel' || role === 'frontline'));
  });

export const peoplePage: DecisionPage = {
  slug: 'people',
  doors: DOORS,
  template: 'pages/people',
  title: 'People and roles',
  build: async ({ state, viewer }, { services }) => {
    const isLead = hasRole(viewer, 'lead');
    const isIdea = state.door === 'idea';
    const mayName = isLead && !isDecided(state);
    const closed = state.markingClosed !== undefined || state.qualitySealedAt !== undefined;
    const invitations = mayName ? await loadInvitations(services, state.id) : [];
    return {
      mayName,
      mayMarkToo:
        mayName && !isIdea && !closed && !hasRole(viewer, 'panel') && !hasRole(viewer, 'commercial'),
      canMail: services.mailer.canSend,
      people: Object.values(state.people).map((person) => ({
        id: person.id,
        name: person.name ?? 'Name erased',
        job: person.job ?? '',
        roleText: person.roles.map((role) => (isIdea ? ON_AN_IDEA[role] : ROLE_WORDS[role])).join(', '),
        interestText: isIdea ? '' : person.interest ? 'Interests declared.' : 'Interests not declared yet.',
        hasLeft: person.left !== undefined,
        mayChange: mayName && person.id !== state.lead && !person.left,
      })),
      invitations: invitations
        .filter((one) => one.kind === 'person')
        .map((one) => ({ id: one.id, label: one.label, createdAt: one.createdAt })),
      closed,
      isIdea,
      roleItems: rolesToGive(isIdea, closed).map((role) => ({
        value: role,
        text: isIdea ? ON_AN_IDEA[role] : ROLE_TEXT[role],
      })),
    };
  },
  submit: {
    'invite-person': async (form, view, context) => {
      const made = await invitePerson(context.services, view, {
        name: field(form, 'name'),
        job: field(form, 'job'),
        email: field(form, 'email'),
        roles: fields(form, 'roles') as Role[],
        requestKey: requestKeyOf(form, context),
      });
      await showInvitation(context, view, made, field(form, 'name'), field(form, 'email'));
    },
    'mark-too': async (form, view, context) => {
      const lead = view.state.people[view.state.lead];
      const roles = new Set<Role>([...(lead?.roles ?? ['lead']), 'panel']);
      const input = {
        person: view.state.lead,
        roles: [...roles],
        name: lead?.name ?? '',
        job: lead?.job ?? '',
      };
      await actFromForm(view, context, form, 'name-person', input, 'You are on the panel, too.');
    },
    'invite-again': async (form, view, context) => {
      const made = await inviteAgain(context.services, view, field(form, 'person'));
      await showInvitation(context, view, made, made.invitation.label, '');
    },
    'cancel-invitation': async (form, view, context) => {
      if (!hasRole(view.viewer, 'lead'))
        throw new DomainError('not-allowed', 'Only the lead makes and cancels links.');
      await cancelInvitation(context.services, view.state.id, field(form, 'invitation'));
      context.request.session.flash = 'The link is cancelled.';
    },
    'remove-person': async (form, view, context) => {
      const input = { person: field(form, 'person'), reason: field(form, 'reason') };
      await actFromForm(view, context, form, 'remove-person', input, 'Recorded.');
    },
  },
};

/** The link is shown once, here: the store keeps only its digest. */
const showInvitation = async (
  context: PageContext,
  view: DecisionView,
  made: NewInvitation,
  name: string,
  email: string,
): Promise<void> => {
  const { services, response } = context;
  const link = `${services.baseUrl}/join#${made.token}`;
  const mailed = services.mailer.canSend && email !== '';
  if (mailed) {
    await services.mailer.send({
      to: email,
      subject:
        view.state.door === 'idea'
          ? 'You are asked about an idea'
          : 'You are asked to take part in a decision',
      text: `Open this link and press Continue:\n${link}\n\nOr open ${services.baseUrl}/join and type ${groupCode(made.code, 5)}\n`,
    });
  }
  const model = {
    ...layoutModel(context, 'Invitation'),
    crumbs: [{ text: 'People and roles', href: `/decisions/${view.state.id}/people` }],
    ...{ name, mailed, link, code: groupCode(made.code, 5), reachable: services.reachable },
    back: `/decisions/${view.state.id}/people`,
  };
  response
    .type('html')
    .send(services.templates.render('pages/invitation', { ...model, back: null, peopleHref: model.back }));
};
