import { DomainError } from '../../core/errors.ts';
import { hasPrice, hasRole, optionsWord } from '../../core/decision/model/guards.ts';
import type { DecisionState } from '../../core/decision/model/state.ts';
import { contributionsOwed } from '../../core/decision/voice/owed.ts';
import { actFromForm } from '../act-form.ts';
import type { DecisionPage, Form } from '../page.ts';
import { field, fields, optional } from '../page.ts';
import { hidden } from '../words.ts';

const RISK_ROWS = 3;

/** The recommendation that goes to the approver: what, why, what it costs to be wrong, and who owns that. */
export const outcomePage: DecisionPage = {
  slug: 'outcome',
  template: 'pages/outcome',
  title: 'Recommendation',
  build: ({ state, viewer }) => {
    const { outcome } = state;
    const isAward = state.purpose === 'award';
    const choosable = Object.values(state.options).filter(
      (option) => !option.withdrawn && !option.setAside && (!isAward || option.kind === 'bid'),
    );
    const waitsFor = waitingFor(state);
    // An award can end without one as soon as bids are open; nothing else can be recommended without a result.
    const mayEnd = isAward && state.openedAt !== undefined;
    const isTurn = hasRole(viewer, 'lead') && (!outcome || outcome.status === 'returned');
    return {
      isAward,
      waitsFor: isTurn ? waitsFor : '',
      onlyNoAward: waitsFor !== '',
      mayRecord: isTurn && (waitsFor === '' || mayEnd),
      mayNotify:
        isAward &&
        outcome?.status === 'approved' &&
        !state.notifiedOn &&
        (hasRole(viewer, 'lead') || hasRole(viewer, 'commercial')),
      notifiedOn: state.notifiedOn ?? null,
      owed: contributionsOwed(state).length,
      outcome: outcome
        ? {
            what:
              outcome.kind === 'no-award' ? 'No award' : hidden(outcome.optionTitle, outcome.option ?? ''),
            summary: hidden(outcome.summary, ''),
            why: hidden(outcome.why, ''),
            status: {
              waiting: 'With the approver',
              approved: 'Approved',
              returned: 'Returned',
              declined: 'Declined',
            }[outcome.status],
            answerReason: outcome.answerReason ?? '',
          }
        : null,
      optionItems: choosable.map((option) => ({ value: option.id, text: hidden(option.title, option.id) })),
      riskRows: Array.from({ length: RISK_ROWS }, (_unused, index) => ({
        number: index + 1,
        risk: outcome?.risks[index]?.risk ?? '',
        owner: outcome?.risks[index]?.owner ?? '',
      })),
      before: outcome
        ? {
            why: outcome.why ?? '',
            shareableWhy: outcome.shareableWhy ?? '',
            summary: outcome.summary ?? '',
            staffSaid: outcome.staffSaid ?? '',
            paysAfterYearOne: outcome.paysAfterYearOne ?? '',
            decideBy: outcome.decideBy,
            reviewOn: outcome.reviewOn ?? '',
            stopRule: outcome.stopRule ?? '',
          }
        : null,
    };
  },
  submit: {
    'record-decision': async (form, view, context) => {
      const kind = field(form, 'outcome') || (view.state.purpose === 'award' ? 'award' : 'choose');
      const input = {
        outcome: kind,
        ...(kind === 'no-award' ? {} : optional('option', field(form, 'option'))),
        why: field(form, 'why'),
        ...optional('whyNotFirst', field(form, 'whyNotFirst')),
        ...optional('shareableWhy', field(form, 'shareableWhy')),
        summary: field(form, 'summary'),
        staffSaid: field(form, 'staffSaid'),
        risks: risksOf(form),
        paysAfterYearOne: field(form, 'paysAfterYearOne'),
        decideBy: field(form, 'decideBy'),
        ...optional('reviewOn', field(form, 'reviewOn')),
        ...optional('stopRule', field(form, 'stopRule')),
        ...optional('owedReason', field(form, 'owedReason')),
      };
      await actFromForm(view, context, form, 'record-decision', input, 'Recorded. It is with the approver.');
    },
    'notify-award': async (form, view, context) => {
      const input = { notifiedOn: field(form, 'notifiedOn') };
      await actFromForm(
        view,
        context,
        form,
        'notify-award',
        input,
        'Recorded. Replies to staff are visible to them now.',
      );
    },
  },
};

/** What has to come before an option can be recommended; '' when nothing has. */
const waitingFor = (state: DecisionState): string => {
  const rubric = state.rubric?.rubric;
  if (!state.openedAt) return `This comes when the ${optionsWord(state)} are opened, marked and sealed.`;
  if (!state.qualitySealedAt) return 'This comes when marking is over and quality is sealed.';
  return rubric && hasPrice(rubric) && !state.priceOpenedAt ? 'This comes when prices are opened.' : '';
};

const risksOf = (form: Form): readonly { risk: string; owner: string }[] => {
  const owners = fields(form, 'riskOwner');
  const risks = fields(form, 'risk').flatMap((risk, index) => {
    const owner = owners[index]?.trim() ?? '';
    return risk.trim() === '' && owner === '' ? [] : [{ risk: risk.trim(), owner }];
  });
  if (risks.length < RISK_ROWS || risks.some((one) => one.risk === '' || one.owner === '')) {
    const message = 'Name three risks, each with an owner.';
    throw new DomainError('invalid-input', message, {}, [{ path: '/risks', message }]);
  }
  return risks;
};
