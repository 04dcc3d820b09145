import { DomainError } from '../../core/errors.ts';
import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { FATES } from '../../core/decision/model/contribution.ts';
import type { Contribution, Fate } from '../../core/decision/model/contribution.ts';
import { isAnswered } from '../../core/decision/voice/owed.ts';
import { cancelCampaign, createCampaign, loadCampaigns } from '../../usecases/campaign.ts';
import { finishErasures } from '../../usecases/finish-erasures.ts';
import { cancelInvitation, createInvitation, loadInvitations } from '../../usecases/invitation.ts';
import { groupCode } from '../../usecases/secrets.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { actFromForm } from '../act-form.ts';
import { CONTRIBUTION_WORDS, FATE_WORDS } from '../../report/names.ts';
import { layoutModel } from '../page.ts';
import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage } from '../page.ts';
import { field, fields, optional } from '../page.ts';
import { hidden } from '../words.ts';

/** Hear frontline staff: links and posters, what was said, and the fate and reply of each. */
export const listeningPage: DecisionPage = {
  slug: 'listening',
  doors: DOORS,
  template: 'pages/listening',
  title: 'Frontline staff',
  build: async ({ state, viewer }, { services }) => {
    const isLead = hasRole(viewer, 'lead');
    const all = Object.values(state.contributions);
    const invitations = isLead
      ? (await loadInvitations(services, state.id)).filter((one) => one.kind === 'voice')
      : [];
    const campaigns = isLead ? await loadCampaigns(services, state.id) : [];
    return {
      isLead,
      isOver: isDecided(state),
      mayInvite: isLead && !isDecided(state),
      mayType: (isLead || hasRole(viewer, 'panel')) && !isDecided(state),
      mayAgree:
        viewer.id !== state.lead &&
        (hasRole(viewer, 'panel') || hasRole(viewer, 'approver') || hasRole(viewer, 'auditor')),
      reachable: services.reachable,
      listening: state.listening
        ? {
            cutOff: state.listening.cutOff,
            laterOwner: state.listening.laterOwner ?? '',
            question: state.listening.question ?? '',
          }
        : null,
      beforeLock: !state.rubric?.lockedAt,
      isIdea: state.door === 'idea',
      count: all.length,
      answered: all.filter(isAnswered).length,
      open: all.filter((one) => !isAnswered(one) && !one.awaitsSecondPerson).map(toItem(state)),
      second: all.filter((one) => one.awaitsSecondPerson).map(toItem(state)),
      done: all.filter(isAnswered).map(toItem(state)),
      invitations: invitations.map((one) => ({
        id: one.id,
        label: one.label || 'A link',
        createdAt: one.createdAt,
      })),
      posters: campaigns.map((one) => ({
        code: groupCode(one.code),
        raw: one.code,
        until: one.until,
        cancelled: one.cancelled,
        href: `/decisions/${state.id}/posters/${one.code}`,
      })),
      fateItems: FATES.filter((fate) => canBe(fate, state)).map((fate) => ({
        value: fate,
        text: FATE_WORDS[fate],
      })),
      paperHref: `/decisions/${state.id}/paper`,
      slipHref: `/decisions/${state.id}/paper-slip`,
    };
  },
  submit: {
    'open-listening': async (form, view, context) => {
      const input = {
        cutOff: field(form, 'cutOff'),
        laterOwner: field(form, 'laterOwner'),
        ...optional('question', field(form, 'question')),
      };
      await actFromForm(view, context, form, 'open-listening', input, 'Listening is open.');
    },
    'invite-voice': async (form, view, context) => {
      assertLead(view);
      const made = await createInvitation(context.services, {
        decision: view.state.id,
        kind: 'voice',
        participant: null,
        account: null,
        label: field(form, 'label').slice(0, 200),
      });
      const { services, response } = context;
      const link = `${services.baseUrl}/join#${made.token}`;
      const email = field(form, 'email');
      const mailed = services.mailer.canSend && email !== '';
      if (mailed) {
        await services.mailer.send({
          to: email,
          subject: 'What should we know about your work?',
          text: `You are asked for your view. No account is needed. Open this link and press Continue:\n${link}\n\nOr open ${services.baseUrl}/join and type ${groupCode(made.code, 5)}\n`,
        });
      }
      const name = made.invitation.label || 'a colleague';
      const model = {
        ...layoutModel(context, 'Link'),
        name,
        mailed,
        link,
        code: groupCode(made.code, 5),
        reachable: services.reachable,
      };
      const peopleHref = `/decisions/${view.state.id}/listening`;
      response.type('html').send(services.templates.render('pages/invitation', { ...model, peopleHref }));
    },
    'cancel-invitation': async (form, view, context) => {
      assertLead(view);
      await cancelInvitation(context.services, view.state.id, field(form, 'invitation'));
      context.request.session.flash = 'The link is cancelled.';
    },
    'make-poster': async (form, view, context) => {
      assertLead(view);
      const poster = await createCampaign(context.services, view.state.id, field(form, 'until'));
      return `/decisions/${view.state.id}/posters/${poster.code}`;
    },
    'take-down': async (form, view, context) => {
      assertLead(view);
      await cancelCampaign(context.services, view.state.id, field(form, 'poster'));
      context.request.session.flash = 'The poster is taken down.';
    },
    'answer-contributions': async (form, view, context) => {
      const input = {
        contributions: fields(form, 'contributions'),
        fate: field(form, 'fate'),
        reply: field(form, 'reply'),
      };
      await actFromForm(view, context, form, 'answer-contributions', input, 'Answered.');
      if (input.fate === 'passed-on') await finishErasures(context.services, view.state.id);
    },
    'agree-set-aside': async (form, view, context) => {
      const input = { contribution: field(form, 'contribution') };
      await actFromForm(view, context, form, 'agree-set-aside', input, 'Agreed.');
    },
  },
};

/** The answer of the idea answers what is still open; these can be said before. */
const ON_AN_IDEA: readonly Fate[] = ['considered-not-used', 'out-of-scope', 'passed-on', 'set-aside'];

/** A fate that could not be true yet, or ever, is not offered. */
const canBe = (fate: Fate, state: DecisionView['state']): boolean =>
  (state.door !== 'idea' || ON_AN_IDEA.includes(fate)) &&
  (fate !== 'changed-rubric' || state.rubric !== undefined) &&
  (fate !== 'trial-evidence' || state.rubric?.rubric?.method?.trial !== undefined);

const assertLead = (view: DecisionView): void => {
  if (!hasRole(view.viewer, 'lead'))
    throw new DomainError('not-allowed', 'Only the lead makes links and posters.');
};

const toItem =
  (state: DecisionView['state']) =>
  (one: Contribution): object => ({
    id: one.id,
    kind: CONTRIBUTION_WORDS[one.kind],
    body: one.text ?? (one.textErased ? 'The text was not kept.' : 'Not visible to you'),
    who: [one.name, one.role, one.team]
      .map((part) => hidden(part, ''))
      .filter((part) => part !== '')
      .join(', '),
    via: {
      personal: 'by personal link',
      poster: 'by poster',
      page: 'on the page of the idea',
      paper: `on paper, typed in by ${hidden(state.people[one.helper ?? '']?.name, 'a helper')}`,
    }[one.via],
    hasSupplierLink: one.hasSupplierLink,
    late: one.late,
    receivedAt: one.receivedAt,
    fateText: one.fate ? FATE_WORDS[one.fate] : '',
    reply: one.reply ?? '',
  });
