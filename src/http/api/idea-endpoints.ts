import { CONTRIBUTION_KINDS_IDEA } from '../../core/decision/model/contribution.ts';
import type { ContributionKind } from '../../core/decision/model/contribution.ts';
import { OPTION_KINDS } from '../../core/decision/options/add-option.ts';
import { findCommand } from '../../core/decision/registry.ts';
import { countTeams } from '../../core/decision/idea/idea-words.ts';
import type { OptionKind } from '../../core/scoring/case.ts';
import { flag, id, object, oneOf, text } from '../../core/decision/model/schema.ts';
import { addToIdea } from '../../usecases/add-to-idea.ts';
import { findAlikeItems } from '../../usecases/find-alike.ts';
import { ideaToDecision, ideaToOption } from '../../usecases/idea-to-decision.ts';
import { loadIdeaTarget } from '../../usecases/idea-target.ts';
import { listIdeas } from '../../usecases/list-ideas.ts';
import { readIdea } from '../../usecases/read-idea.ts';
import { renderSheetPdf, sheetFileName } from '../../usecases/render-one-side.ts';
import { startIdea } from '../../usecases/start-idea.ts';
import type { IdeaInput } from '../../usecases/start-idea.ts';
import type { Call, Endpoint } from './endpoint.ts';

const ideaOf = (call: Call): string => call.params['idea'] ?? '';
const STARTED = { status: 201, description: 'The decision that now stands for it' };

/** Ideas. Stating again, answering and taking up again are acts: /api/decisions/{decision}/acts/state-idea and so on. */
export const IDEA_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/ideas',
    summary: 'The ideas that you may read, newest first',
    tag: 'Ideas',
    needsToken: true,
    answer: { status: 200, description: 'Title, problem, how many teams have it, and where each stands' },
    refusals: [],
    handle: async (call) => ({ json: { ideas: await listIdeas(call.services, call.account()) } }),
  },
  {
    method: 'post',
    path: '/api/ideas',
    summary: 'Share a problem or an idea; no role is needed',
    tag: 'Ideas',
    needsToken: true,
    body: object(
      {
        title: text('In a few words', 200),
        authorJob: text('Your job', 200),
        stated: findCommand('state-idea')?.input ?? {},
      },
      { authorName: text('Your name as printed', 200), example: flag('True for example data') },
    ),
    answer: { status: 201, description: 'The idea and your participant id' },
    refusals: [],
    handle: async (call) => {
      const body = call.body as {
        title: string;
        authorJob: string;
        authorName?: string;
        stated: IdeaInput;
        example?: boolean;
      };
      const authorName = body.authorName ?? call.account().name;
      const request = { ...body, authorName, requestKey: call.requestKey };
      return { json: await startIdea(call.services, call.account(), request) };
    },
  },
  {
    method: 'post',
    path: '/api/ideas/alike',
    summary: 'What you may read that is about the same thing as a text, the most alike first',
    tag: 'Ideas',
    needsToken: true,
    body: object({ text: text('What is about to be said', 4000) }),
    answer: { status: 200, description: 'At most five ideas, decisions and files' },
    refusals: [],
    handle: async (call) => {
      const { text: said } = call.body as { text: string };
      return { json: { alike: await findAlikeItems(call.services, call.account(), said) } };
    },
  },
  {
    method: 'get',
    path: '/api/ideas/{idea}',
    summary: 'An idea as you may see it; names of those who added to it are for those on it',
    tag: 'Ideas',
    needsToken: true,
    answer: { status: 200, description: 'The state, how many teams have it, and what became of it' },
    refusals: ['not-found'],
    handle: async (call) => {
      const { state, viewer } = await readIdea(call.services, call.account(), ideaOf(call));
      const target = await loadIdeaTarget(call.services, call.account(), state);
      return { json: { state, you: viewer?.id ?? null, teams: countTeams(state), target } };
    },
  },
  {
    method: 'get',
    path: '/api/ideas/{idea}/sheet.pdf',
    summary: 'The idea on one side of paper',
    tag: 'Ideas',
    needsToken: true,
    answer: { status: 200, description: 'A PDF with its record inside', mediaType: 'application/pdf' },
    refusals: ['not-found', 'renderer-unavailable', 'renderer-busy'],
    handle: async (call) => {
      const view = await readIdea(call.services, call.account(), ideaOf(call));
      return {
        bytes: await renderSheetPdf(call.services, view, 'idea', 'shareable'),
        fileName: sheetFileName('idea', view.state.id, 'shareable', 'pdf'),
      };
    },
  },
  {
    method: 'post',
    path: '/api/ideas/{idea}/additions',
    summary: 'Add to an idea that is open to you: that you have this, too, a fact, or a worry',
    tag: 'Ideas',
    needsToken: true,
    body: object(
      {
        kind: oneOf(CONTRIBUTION_KINDS_IDEA, 'What is added'),
        role: text('Your role', 200),
        team: text('Your team or ward', 200),
        hasSupplierLink: flag('True when you, or someone close, have a link with a supplier'),
      },
      { text: text('The words; not needed to say just that you have it, too', 4000) },
    ),
    answer: { status: 201, description: 'The receipt code, shown once' },
    refusals: ['not-found', 'too-late'],
    handle: async (call) => {
      const said = call.body as {
        kind: ContributionKind;
        role: string;
        team: string;
        hasSupplierLink: boolean;
        text?: string;
      };
      const request = { ...said, text: said.text ?? '', requestKey: call.requestKey };
      return { json: await addToIdea(call.services, call.account(), ideaOf(call), request) };
    },
  },
  {
    method: 'post',
    path: '/api/ideas/{idea}/decisions',
    summary:
      'Make a decision of an idea, and answer the idea with it. For: its author or who is asked, with the lead role.',
    tag: 'Ideas',
    needsToken: true,
    body: object({
      door: oneOf(['full', 'quick'], 'A full decision or a quick record'),
      leadJob: text('Your job', 200),
      reply: text('What its author and those who added to it read', 2000),
    }),
    answer: STARTED,
    refusals: ['not-found', 'not-allowed', 'too-early', 'too-late'],
    handle: async (call) => ({
      json: await ideaToDecision(
        call.services,
        call.account(),
        ideaOf(call),
        call.body as { door: 'full' | 'quick'; leadJob: string; reply: string },
      ),
    }),
  },
  {
    method: 'post',
    path: '/api/ideas/{idea}/options',
    summary: 'Make an idea an option of a decision that you lead, and answer the idea with it',
    tag: 'Ideas',
    needsToken: true,
    body: object({
      decision: id('The decision'),
      kind: oneOf(OPTION_KINDS, 'What kind of option it is'),
      reply: text('What its author and those who added to it read', 2000),
    }),
    answer: STARTED,
    refusals: ['not-found', 'not-allowed', 'too-early', 'too-late'],
    handle: async (call) => ({
      json: await ideaToOption(
        call.services,
        call.account(),
        ideaOf(call),
        call.body as { decision: string; kind: OptionKind; reply: string },
      ),
    }),
  },
];
