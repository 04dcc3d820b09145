import { DomainError } from '../../core/errors.ts';
import { EDITIONS } from '../../core/decision/editions.ts';
import { ACTS } from '../../core/decision/registry.ts';
import { flag, object, oneOf, text } from '../../core/decision/model/schema.ts';
import { tasksFor } from '../../core/decision/tasks.ts';
import { contributeOnPaper } from '../../usecases/contribute.ts';
import { exportForReader } from '../../usecases/export-decision.ts';
import { finishErasures } from '../../usecases/finish-erasures.ts';
import { listDecisions } from '../../usecases/list-decisions.ts';
import { removeDraft } from '../../usecases/mark-drafts.ts';
import { performAct } from '../../usecases/perform-act.ts';
import { readDecision } from '../../usecases/read-decision.ts';
import type { DecisionView } from '../../usecases/read-decision.ts';
import { loadResult } from '../../usecases/decision-result.ts';
import { renderSheetPdf, SHEET_NAMES, sheetFileName } from '../../usecases/render-one-side.ts';
import { renderReportHtml, renderReportPdf } from '../../usecases/render-report.ts';
import { startDecision } from '../../usecases/start-decision.ts';
import type { StartRequest } from '../../usecases/start-decision.ts';
import { parseEdition } from '../pages/documents.ts';
import { SAID_OPTIONAL, SAID_REQUIRED, saidIn } from './contribution-body.ts';
import type { Call, Endpoint } from './endpoint.ts';

const viewOf = (call: Call): Promise<DecisionView> =>
  readDecision(call.services, call.account(), call.params['decision'] ?? '');

const EDITION_QUERY = [
  { name: 'edition', description: 'Which edition; shareable when absent', enum: EDITIONS },
];
const editionOf = (call: Call) => parseEdition(call.request.query['edition']);
const fileName = (view: DecisionView, edition: string, extension: string): string =>
  `decision-${view.state.id.slice(0, 8)}-${edition}.${extension}`;

/** Acts with an endpoint of their own: the service makes an id or a receipt for them. */
const APART = ['start-decision', 'contribute'];

/** One endpoint for each act there is: what a page can do, a program can do. */
const actEndpoints: readonly Endpoint[] = ACTS.filter(({ command }) => !APART.includes(command)).map(
  (act) => ({
    method: 'post',
    path: `/api/decisions/{decision}/acts/${act.command}`,
    summary: `${act.summary} For: ${act.by.filter((role) => role !== 'system').join(', ')}.`,
    tag: 'Acts',
    needsToken: true,
    body: act.input,
    answer: { status: 201, description: 'What now stands on record: the entry number and its facts' },
    refusals: [
      'not-found',
      'not-allowed',
      'too-early',
      'too-late',
      'already-done',
      'reason-needed',
      'incomplete',
      'conflict',
    ],
    handle: async (call) => {
      const view = await viewOf(call);
      const done = await performAct(call.services, {
        decision: view.state.id,
        command: act.command,
        input: call.body,
        actor: { kind: 'participant', participant: view.viewer.id },
        requestKey: call.requestKey,
      });
      if (act.command === 'answer-contributions' || act.command === 'erase-section') {
        await finishErasures(call.services, view.state.id);
      }
      if (act.command === 'seal-marks') {
        const author = { decision: view.state.id, participant: view.viewer.id };
        await removeDraft(call.services, author, (call.body as { criterion: string }).criterion);
      }
      return { json: done };
    },
  }),
);

export const DECISION_ENDPOINTS: readonly Endpoint[] = [
  {
    method: 'get',
    path: '/api/decisions',
    summary: 'The decisions you are on, and what waits for you',
    tag: 'Decisions',
    needsToken: true,
    answer: { status: 200, description: 'A list, newest first' },
    refusals: [],
    handle: async (call) => ({ json: { decisions: await listDecisions(call.services, call.account()) } }),
  },
  {
    method: 'post',
    path: '/api/decisions',
    summary: 'Start a decision that you lead',
    tag: 'Decisions',
    needsToken: true,
    body: object(
      {
        title: text('What is being decided', 200),
        purpose: oneOf(['appraisal', 'award'], 'Which question it is'),
        leadJob: text('Your job', 200),
      },
      {
        leadName: text('Your name as printed', 200),
        example: flag('True for example data'),
        door: oneOf(['full', 'quick'], 'full when absent; quick for a small purchase on one page'),
      },
    ),
    answer: { status: 201, description: 'The decision and your participant id' },
    refusals: ['not-allowed'],
    handle: async (call) => ({
      json: await startDecision(call.services, call.account(), {
        ...(call.body as Omit<StartRequest, 'requestKey'>),
        requestKey: call.requestKey,
      }),
    }),
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}',
    summary: 'A decision as you may see it: null where a text is sealed from you, withheld or erased',
    tag: 'Decisions',
    needsToken: true,
    answer: { status: 200, description: 'The state, who you are on it, and your steps' },
    refusals: ['not-found'],
    handle: async (call) => {
      const { state, viewer } = await viewOf(call);
      return { json: { state, you: viewer.id, roles: viewer.roles, tasks: tasksFor(state, viewer) } };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/result',
    summary: 'The ranking and its analysis, once quality is sealed and prices are open',
    tag: 'Decisions',
    needsToken: true,
    answer: { status: 200, description: 'counterweight-result/1' },
    refusals: ['not-found', 'too-early', 'incomplete'],
    handle: async (call) => ({
      json: await loadResult(call.services.simulate, (await viewOf(call)).state),
    }),
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/export',
    summary: 'The ledger of a decision as you may see it, to verify anywhere',
    tag: 'Documents',
    needsToken: true,
    query: EDITION_QUERY,
    answer: { status: 200, description: 'counterweight-export/1', mediaType: 'application/json' },
    refusals: ['not-found'],
    handle: async (call) => {
      const view = await viewOf(call);
      const edition = editionOf(call);
      return {
        bytes: new TextEncoder().encode(exportForReader(view, edition)),
        fileName: fileName(view, edition, 'json'),
      };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/report.pdf',
    summary: 'The decision PDF',
    tag: 'Documents',
    needsToken: true,
    query: EDITION_QUERY,
    answer: {
      status: 200,
      description: 'A tagged PDF with its export attached',
      mediaType: 'application/pdf',
    },
    refusals: ['not-found', 'renderer-unavailable', 'renderer-busy'],
    handle: async (call) => {
      const view = await viewOf(call);
      const edition = editionOf(call);
      return {
        bytes: await renderReportPdf(call.services, view, edition),
        fileName: fileName(view, edition, 'pdf'),
      };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/sheets/{sheet}.pdf',
    summary: `A document of one side: ${SHEET_NAMES.join(', ')}`,
    tag: 'Documents',
    needsToken: true,
    query: EDITION_QUERY,
    answer: {
      status: 200,
      description: 'A tagged PDF of one side with its export attached',
      mediaType: 'application/pdf',
    },
    refusals: ['not-found', 'too-large', 'renderer-unavailable', 'renderer-busy'],
    handle: async (call) => {
      const view = await viewOf(call);
      const edition = editionOf(call);
      const name = SHEET_NAMES.find((one) => one === call.params['sheet']);
      if (!name) throw new DomainError('not-found', `The sheets are ${SHEET_NAMES.join(', ')}.`);
      return {
        bytes: await renderSheetPdf(call.services, view, name, edition),
        fileName: sheetFileName(name, view.state.id, edition, 'pdf'),
      };
    },
  },
  {
    method: 'get',
    path: '/api/decisions/{decision}/report.html',
    summary: 'The content of the decision PDF as HTML',
    tag: 'Documents',
    needsToken: true,
    query: EDITION_QUERY,
    answer: { status: 200, description: 'HTML', mediaType: 'text/html' },
    refusals: ['not-found'],
    handle: async (call) => {
      const view = await viewOf(call);
      const edition = editionOf(call);
      const html = await renderReportHtml(call.services, view, edition);
      return { bytes: new TextEncoder().encode(html), fileName: fileName(view, edition, 'html') };
    },
  },
  {
    method: 'post',
    path: '/api/decisions/{decision}/paper-slips',
    summary: 'Type in a paper slip for somebody; the record says who typed it. For: lead, panel.',
    tag: 'Listening',
    needsToken: true,
    body: object(SAID_REQUIRED, SAID_OPTIONAL),
    answer: { status: 201, description: 'The receipt code, shown once, to write on the slip' },
    refusals: ['not-found', 'not-allowed', 'too-early', 'too-late'],
    handle: async (call) => {
      const view = await viewOf(call);
      const at = { decision: view.state.id, helper: view.viewer.id };
      return { json: await contributeOnPaper(call.services, at, saidIn(call)) };
    },
  },
  ...actEndpoints,
];
