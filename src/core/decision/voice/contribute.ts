import { withEntries } from '../model/growing.ts';
import { DomainError } from '../../errors.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import type { ActContext } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import { dayOf, participantOf } from '../model/guards.ts';
import { flag, object, oneOf, text } from '../model/schema.ts';
import type { Contribution, ContributionKind } from '../model/contribution.ts';
import type { DecisionState } from '../model/state.ts';
import { assertKind, CONTRIBUTION_KINDS } from './contribution-kinds.ts';
import { teamNumberFor } from './team-number.ts';

type Input = {
  kind: ContributionKind;
  text: string;
  name: string;
  role: string;
  team: string;
  hasSupplierLink: boolean;
  wantsCredit?: boolean;
  receiptHash: string;
};

type Facts = {
  contribution: string;
  kind: ContributionKind;
  stage: Contribution['stage'];
  via: Contribution['via'];
  hasSupplierLink: boolean;
  late: boolean;
  wantsCredit: boolean;
  helper: string | null;
  teamNumber?: number;
};

/** Something a frontline colleague says. Open in this version: name, role and team are shown with the words. */
export const contribute = defineAct<Input>({
  command: 'contribute',
  act: 'contribution-received',
  summary:
    'Say what the work needs, what worries you, an idea, or what matters most. After the rubric is locked: a question or a contract requirement. To an idea: that you have this, too, or a fact.',
  by: ['contributor', 'lead', 'panel'],
  doors: DOORS,
  input: object(
    {
      kind: oneOf(CONTRIBUTION_KINDS, 'What kind of thing this is'),
      text: text('What you want to say'),
      name: text('Your name', 200),
      role: text('Your role', 200),
      team: text('Your team or ward', 200),
      hasSupplierLink: flag('True when you, or someone close to you, have a link with a supplier'),
      receiptHash: { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the receipt code' },
    },
    { wantsCredit: flag('True to be thanked by name in the record') },
  ),
  decide: (input, state, context) => {
    if (!state.listening) throw new DomainError('too-early', 'This decision is not listening yet.');
    if (state.idea?.answer) {
      throw new DomainError(
        'too-late',
        'This idea has been answered. Thank you for wanting to say something.',
      );
    }
    const status = state.outcome?.status;
    if (status === 'approved' || status === 'declined') {
      throw new DomainError(
        'too-late',
        'This decision has been made. Thank you for wanting to say something.',
      );
    }
    const stage = state.rubric?.lockedAt ? 'after-lock' : 'before-lock';
    assertKind(input.kind, state, stage);
    return [
      facts({
        contribution: context.newId(),
        kind: input.kind,
        stage,
        ...originOf(state, context),
        hasSupplierLink: input.hasSupplierLink,
        late: dayOf(context.atIso) > state.listening.cutOff,
        wantsCredit: input.wantsCredit ?? false,
        ...(input.kind === 'same-here' ? { teamNumber: teamNumberFor(state, input.team) } : {}),
      }),
      section('text', 'voice', input.text),
      section('name', 'contributor', input.name),
      section('role', 'contributor', input.role),
      section('team', 'contributor', input.team),
      section('receipt', 'receipt', input.receiptHash),
    ];
  },
  evolve: (state, event) => {
    const { contribution, ...given } = factsOf<Facts>(event);
    const received: Contribution = {
      ...given,
      id: contribution,
      seq: event.seq,
      receivedAt: event.at,
      text: textOf(event, 'text'),
      textErased: false,
      name: textOf(event, 'name'),
      role: textOf(event, 'role'),
      team: textOf(event, 'team'),
      awaitsSecondPerson: false,
    };
    return { ...state, contributions: withEntries(state, state.contributions, { [contribution]: received }) };
  },
});

/** A contributor comes by a link or a poster; a paper slip is typed in by somebody on the decision, and says so. */
const originOf = (
  state: DecisionState,
  context: ActContext,
): { via: Contribution['via']; helper: string | null } =>
  context.actor.kind === 'contributor'
    ? { via: context.actor.via, helper: null }
    : { via: 'paper', helper: participantOf(state, context).id };
