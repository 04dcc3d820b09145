import { countTeams, isOverdue } from '../../core/decision/idea/idea-words.ts';
import { CONTRIBUTION_KINDS_IDEA } from '../../core/decision/model/contribution.ts';
import type { Contribution, ContributionKind } from '../../core/decision/model/contribution.ts';
import { IDEA_FATES } from '../../core/decision/model/idea-state.ts';
import { OPTION_KINDS } from '../../core/decision/options/add-option.ts';
import type { OptionKind } from '../../core/scoring/case.ts';
import { IDEA_FATE_WORDS, ideaStanding, teamsWords } from '../../report/idea-words.ts';
import { CONTRIBUTION_WORDS, KIND_WORDS, VIA_WORDS } from '../../report/names.ts';
import { addToIdea } from '../../usecases/add-to-idea.ts';
import { ideaToDecision, ideaToOption } from '../../usecases/idea-to-decision.ts';
import { loadIdeaTarget } from '../../usecases/idea-target.ts';
import { listOptionTargets } from '../../usecases/list-option-targets.ts';
import { shareIdea } from '../../usecases/start-idea.ts';
import { mayAnswerIdea } from '../../usecases/read-idea.ts';
import type { IdeaView } from '../../usecases/read-idea.ts';
import { actOnIdea } from '../idea-act.ts';
import type { IdeaContext, IdeaPage } from '../idea-page.ts';
import { buildShare } from '../idea-share.ts';
import type { Form } from '../page.ts';
import { field, optional } from '../page.ts';
import { requestKeyOf } from '../act-form.ts';
import { hidden } from '../words.ts';

/** Fates that are chosen in words; the other two come with the button that makes them true. */
const SAID_FATES = IDEA_FATES.filter((fate) => fate !== 'became-decision' && fate !== 'became-option');

/** One idea: what it says, its sheet, its link, what colleagues added, and its answer. */
export const ideaPage: IdeaPage = {
  slug: '',
  template: 'pages/idea',
  title: 'An idea',
  build: async (view, context) => {
    const { state, viewer } = view;
    const { services, account } = context;
    const { idea } = state;
    const isOpen = idea !== undefined && !idea.answer;
    const mayAnswer = isOpen && mayAnswerIdea(view);
    const isLeadHere = account.roles.includes('lead');
    return {
      ...statedModel(view),
      overdue: isOverdue(state, services.clock.nowIso().slice(0, 10)),
      isAuthor: viewer?.id === state.lead,
      isOnIt: viewer !== null,
      base: `/decisions/${state.id}`,
      added: Object.values(state.contributions).map(addedRow(viewer !== null)),
      mayAdd: isOpen,
      kindItems: CONTRIBUTION_KINDS_IDEA.map((kind) => ({ value: kind, text: CONTRIBUTION_WORDS[kind] })),
      mayAnswer,
      fateItems: SAID_FATES.map((fate) => ({ value: fate, text: IDEA_FATE_WORDS[fate] })),
      mayDecide: mayAnswer && isLeadHere,
      needsLead: mayAnswer && !isLeadHere,
      job: viewer?.job ?? '',
      targets: mayAnswer
        ? (await listOptionTargets(services, account)).map(({ decision, title }) => ({
            ...{ value: decision, text: title },
          }))
        : [],
      optionKinds: OPTION_KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] })),
      mayReopen: Boolean(idea?.answer) && mayAnswerIdea(view),
      target: await loadIdeaTarget(services, account, state),
      share: viewer && isOpen ? await buildShare(context, state.id) : null,
    };
  },
  submit: {
    'add-to-idea': async (form, view, context) => {
      const { receipt } = await addToIdea(context.services, context.account, view.state.id, {
        kind: field(form, 'kind') as ContributionKind,
        text: field(form, 'text'),
        role: field(form, 'role'),
        team: field(form, 'team'),
        hasSupplierLink: field(form, 'hasSupplierLink') === 'yes',
        requestKey: requestKeyOf(form, context),
      });
      context.request.session.flash = `Thank you. It is on record. Your receipt code is ${receipt}.`;
    },
    'answer-idea': async (form, view, context) => {
      const input = {
        fate: field(form, 'fate'),
        reply: field(form, 'reply'),
        ...optional('lookAgainOn', field(form, 'lookAgainOn')),
      };
      await actOnIdea(
        view,
        context,
        form,
        'answer-idea',
        input,
        'Answered. Everybody who added to it can read it.',
      );
    },
    'reopen-idea': async (form, view, context) => {
      const input = { reason: field(form, 'reopenReason'), answerBy: field(form, 'answerBy') };
      await actOnIdea(view, context, form, 'reopen-idea', input, 'Taken up again.');
      await shareIdea(context.services, view.state.id, input.answerBy);
    },
    'make-decision': (form, view, context) => makeDecision(form, view, context),
    'make-option': async (form, view, context) => {
      const wanted = {
        decision: field(form, 'decision'),
        kind: field(form, 'optionKind') as OptionKind,
        reply: field(form, 'optionReply'),
      };
      const { decision } = await ideaToOption(context.services, context.account, view.state.id, wanted);
      context.request.session.flash = 'The idea is an option now. Nothing has to be typed again.';
      return `/decisions/${decision}/options`;
    },
  },
};

const makeDecision = async (form: Form, view: IdeaView, context: IdeaContext): Promise<string> => {
  const door = field(form, 'door') === 'quick' ? 'quick' : 'full';
  const { decision } = await ideaToDecision(context.services, context.account, view.state.id, {
    ...{ door, leadJob: field(form, 'leadJob'), reply: field(form, 'decisionReply') },
  });
  context.request.session.flash =
    'Started from the idea. Its words stand in the need; add how you will know that it worked.';
  return `/decisions/${decision}/need`;
};

const statedModel = ({ state }: IdeaView): object => {
  const { idea } = state;
  if (!idea) return { stated: null, standing: 'Not stated yet.' };
  const lead = state.people[state.lead];
  return {
    stated: {
      ...{ problem: hidden(idea.problem, 'Erased'), whoHasIt: hidden(idea.whoHasIt, 'Erased') },
      ...{ staffSaid: idea.staffSaid ?? '', alreadyOwned: idea.alreadyOwned ?? '' },
      ...{ couldBeDone: idea.couldBeDone ?? '', smallestStep: hidden(idea.smallestStep, 'Erased') },
      ...{ askedOf: hidden(idea.askedOf, 'Name erased'), askedFor: hidden(idea.askedFor, 'Erased') },
      answerBy: idea.answerBy,
      by: [lead?.name ?? 'Name erased', lead?.job ?? ''].filter((part) => part !== '').join(', '),
      open: idea.open,
      teams: teamsWords(countTeams(state)),
    },
    standing: ideaStanding(idea),
    reply: idea.answer ? hidden(idea.answer.reply, 'Erased') : '',
    answeredBy: idea.answer ? hidden(state.people[idea.answer.answeredBy]?.name, 'Name erased') : '',
    reopened: idea.reopened.map(({ at, reason }) => ({ at, reason: hidden(reason, 'Erased') })),
  };
};

const addedRow =
  (isOnIt: boolean) =>
  (one: Contribution): object => ({
    kind: CONTRIBUTION_WORDS[one.kind],
    body: one.text ?? (one.textErased ? 'The text was not kept.' : 'Not visible to you'),
    who: isOnIt ? [one.name, one.role, one.team].map((part) => part ?? 'erased').join(', ') : 'A colleague',
    via: VIA_WORDS[one.via],
    hasSupplierLink: one.hasSupplierLink,
    late: one.late,
    receivedAt: one.receivedAt,
    fateText: '',
    reply: '',
  });
