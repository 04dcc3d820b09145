import { hasRole, isDecided } from '../../core/decision/model/guards.ts';
import { DomainError } from '../../core/errors.ts';
import { contributionKindsOf } from '../../core/decision/voice/contribution-kinds.ts';
import type { ContributionKind } from '../../core/decision/model/contribution.ts';
import { contributeOnPaper } from '../../usecases/contribute.ts';
import { CONTRIBUTION_WORDS } from '../../report/names.ts';
import { layoutModel } from '../page.ts';
import { DOORS } from '../../core/decision/model/door.ts';
import type { DecisionPage } from '../page.ts';
import { field } from '../page.ts';

/** Types in a paper slip for somebody; the record says who typed it. */
export const paperPage: DecisionPage = {
  slug: 'paper',
  doors: DOORS,
  template: 'pages/paper',
  title: 'Type in a paper slip',
  build: ({ state, viewer }) => {
    if (!hasRole(viewer, 'lead') && !hasRole(viewer, 'panel'))
      throw new DomainError('not-allowed', 'Only the lead or the panel types in paper slips.');
    if (isDecided(state))
      throw new DomainError('too-late', 'This decision has been made, so no slip can be added to it.');
    return {
      helper: viewer.name ?? '',
      kindItems: contributionKindsOf(state).map((kind) => ({ value: kind, text: CONTRIBUTION_WORDS[kind] })),
    };
  },
  submit: {
    contribute: async (form, view, context) => {
      const at = { decision: view.state.id, helper: view.viewer.id };
      const { receipt } = await contributeOnPaper(context.services, at, {
        kind: field(form, 'kind') as ContributionKind,
        text: field(form, 'text'),
        name: field(form, 'name'),
        role: field(form, 'role'),
        team: field(form, 'team'),
        hasSupplierLink: field(form, 'hasSupplierLink') === 'yes',
        wantsCredit: field(form, 'wantsCredit') === 'yes',
        formKey: field(form, 'requestKey'),
      });
      const { response, services } = context;
      const model = {
        ...layoutModel(context, 'Receipt'),
        receipt,
        backHref: `/decisions/${view.state.id}/paper`,
      };
      response.type('html').send(services.templates.render('pages/paper-receipt', model));
    },
  },
};

/** The slip itself, to print and leave on a ward. */
export const paperSlipPage: DecisionPage = {
  slug: 'paper-slip',
  doors: DOORS,
  template: 'pages/paper-slip',
  title: 'Paper slip',
  build: ({ state }) => ({
    isOver: isDecided(state),
    isIdea: state.door === 'idea',
    question:
      state.listening?.question ??
      (state.door === 'idea' ? 'Do you have this, too?' : 'What does your work need?'),
    decisionTitle: state.title ?? '',
    kinds: contributionKindsOf(state).map((kind) => CONTRIBUTION_WORDS[kind]),
    cutOff: state.listening?.cutOff ?? null,
  }),
};
