import type { DemoDay } from './content/demo-day.ts';
import type { Seeding, Step } from './seeding.ts';

/** From the sealed marks to the notified award; nothing for an example that still waits for marks. */
export const outcomeSteps = ({ content, on, act }: Seeding): readonly Step[] => {
  const { agreement, outcome, seats } = content;
  const by = (person: string, day: DemoDay, command: string, input: object): Step => ({
    day: on(day),
    run: async () => void (await act(person, command, input)),
  });
  const agreed = agreement
    ? [
        ...agreement.consensus.map((one) => by(seats.lead, agreement.on, 'record-consensus', one)),
        by(agreement.dissent.person, agreement.dissent.on, 'file-dissent', { text: agreement.dissent.text }),
      ]
    : [];
  if (!outcome) return agreed;
  const { recordInput } = outcome;
  const recorded = { ...recordInput, decideBy: on(recordInput.decideBy), reviewOn: on(recordInput.reviewOn) };
  return [
    ...agreed,
    by(seats.lead, outcome.qualitySealed, 'seal-quality', {}),
    by(seats.lead, outcome.pricesOpened, 'open-prices', {}),
    by(seats.lead, outcome.recorded, 'record-decision', recorded),
    by(seats.board, outcome.approved, 'approve-decision', outcome.approveInput),
    by(seats.lead, outcome.notifiedOn, 'notify-award', { notifiedOn: on(outcome.notifiedOn) }),
  ];
};
