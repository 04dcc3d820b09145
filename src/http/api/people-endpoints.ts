import { DomainError } from '../../core/errors.ts';
import { hasRole } from '../../core/decision/model/guards.ts';
import { ROLES } from '../../core/decision/model/roles.ts';
import { day, decimal, list, mapOf, object, oneOf, text } from '../../core/decision/model/schema.ts';
import { cancelCampaign, createCampaign, loadCampaigns } from '../../usecases/campaign.ts';
import { cancelInvitation, createInvitation, loadInvitations } from '../../usecases/invitation.ts';
import { inviteAgain, invitePerson } from '../../usecases/invite-person.ts';
import type { InviteRequest } from '../../usecases/invite-person.ts';
import { loadDraft, saveDraft } from '../../usecases/mark-drafts.ts';
import type { CriterionDraft } from '../../usecases/mark-drafts.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import type { Call, Endpoint } from './endpoint.ts';

const viewOf = (call: Call): Promise<DecisionView> =>
  readDecision(call.services, call.account(), call.params['decision'] ?? '');

const asLead = async (call: Call): Promise<DecisionView> => {
  const view = await viewOf(call);
  if (!hasRole(view.viewer, 'lead'))
    throw new DomainError('not-allowed', 'Only the lead makes and cancels links.');
  return view;
};

const linkOf = (call: Call, token: string): string => `${call.services.baseUrl}/join#${token}`;
const LINK_ANSWER = { status: 201, description: 'The link and its short code, shown once' };
const DONE = { status: 200, description: 'Done' };

export const PEOPLE_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/api/decisions/{decision}/people',
    summary: 'Name a person on the decision and make their personal link',
    tag: 'People',
    needsToken: true,
    body: object({
      name: text('Name', 200),
      job: text('Job', 200),
      email: text('Work email address', 254),
      roles: list(oneOf(ROLES, 'A role'), 1, ROLES.length),
    }),
    answer: LINK_ANSWER,
    refusals: ['not-found', 'not-allowed', 'too-late'],
    handle: async (call) => {
      const request = { ...(call.body as Omit<InviteRequest, 'requestKey'>), requestKey: call.requestKey };
      const { token, code, participant } = await invitePerson(call.services, await viewOf(call), request);
      return { json: { participant, link: linkOf(call, token), code } };
    },
  },
  {
    method: 'post',
    path: '/api/decisions/{decision}/people/{participant}/links',
    summary: 'Make a new personal link for somebody already named',
    tag: 'People',
    needsToken: true,
    answer: LINK_ANSWER,
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const { token, code } = await inviteAgain(
        call.services,
        await viewOf(call),
        call.params['participant'] ?? '',
      );
      return { json: { link: linkOf(call, token), code } };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/links',
    summary: 'The links and posters that stand, without their secrets',
    tag: 'People',
    needsToken: true,
    answer: DONE,
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const view = await asLead(call);
      const links = await loadInvitations(call.services, view.state.id);
      const posters = await loadCampaigns(call.services, view.state.id);
      return {
        json: {
          links: links.map(({ id, kind, label, createdAt }) => ({ id, kind, label, createdAt })),
          posters,
        },
      };
    },
  },
  {
    method: 'post',
    path: '/api/decisions/{decision}/links',
    summary: 'Make a personal link for somebody to be heard without an account',
    tag: 'Listening',
    needsToken: true,
    body: object({}, { label: text('For your list only', 200) }),
    answer: LINK_ANSWER,
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const view = await asLead(call);
      const { label } = call.body as { label?: string };
      const wanted = {
        decision: view.state.id,
        kind: 'voice',
        participant: null,
        account: null,
        label: label ?? '',
      } as const;
      const { token, code } = await createInvitation(call.services, wanted);
      return { json: { link: linkOf(call, token), code } };
    },
  },
  {
    method: 'delete',
    path: '/api/decisions/{decision}/links/{link}',
    summary: 'Cancel a personal link',
    tag: 'People',
    needsToken: true,
    answer: DONE,
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const view = await asLead(call);
      await cancelInvitation(call.services, view.state.id, call.params['link'] ?? '');
      return { json: { cancelled: true } };
    },
  },
  {
    method: 'post',
    path: '/api/decisions/{decision}/posters',
    summary: 'Make a poster: a public code until a day',
    tag: 'Listening',
    needsToken: true,
    body: object({ until: day('Last day, at most 30 days ahead') }),
    answer: { status: 201, description: 'The poster and where it leads' },
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const view = await asLead(call);
      const poster = await createCampaign(
        call.services,
        view.state.id,
        (call.body as { until: string }).until,
      );
      return { json: { ...poster, link: linkOf(call, poster.code) } };
    },
  },
  {
    method: 'delete',
    path: '/api/decisions/{decision}/posters/{poster}',
    summary: 'Take a poster down',
    tag: 'Listening',
    needsToken: true,
    answer: DONE,
    refusals: ['not-found', 'not-allowed'],
    handle: async (call) => {
      const view = await asLead(call);
      await cancelCampaign(call.services, view.state.id, call.params['poster'] ?? '');
      return { json: { takenDown: true } };
    },
  },
  {
    method: 'put',
    path: '/api/decisions/{decision}/drafts/{criterion}',
    summary: 'Save your own draft of marks on one criterion; nobody else can see it',
    tag: 'Marks',
    needsToken: true,
    body: mapOf(
      object({
        reason: { type: 'string', maxLength: 4000 },
        score: { anyOf: [decimal('A mark'), { const: '' }] },
      }),
      200,
    ),
    answer: DONE,
    refusals: ['not-found'],
    handle: async (call) => {
      const { state, viewer } = await viewOf(call);
      const author = { decision: state.id, participant: viewer.id };
      await saveDraft(call.services, author, call.params['criterion'] ?? '', call.body as CriterionDraft);
      return { json: { saved: true } };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/drafts/{criterion}',
    summary: 'Your own draft of marks on one criterion',
    tag: 'Marks',
    needsToken: true,
    answer: DONE,
    refusals: ['not-found'],
    handle: async (call) => {
      const { state, viewer } = await viewOf(call);
      const author = { decision: state.id, participant: viewer.id };
      return { json: await loadDraft(call.services, author, call.params['criterion'] ?? '') };
    },
  },
];
