import type { DemoDecision } from './demo-decision.ts';
import { marksToSeal } from './marks-to-seal.ts';
import { observationsAgreement } from './observations-agreement.ts';
import { deliverabilityMarks } from './observations-marks-deliverability.ts';
import { evidenceMarks } from './observations-marks-evidence.ts';
import { frontlineFitMarks } from './observations-marks-frontline-fit.ts';
import { innovationMarks } from './observations-marks-innovation.ts';
import { interoperabilityMarks } from './observations-marks-interoperability.ts';
import { outcomeMarks } from './observations-marks-outcome.ts';
import { socialValueMarks } from './observations-marks-social-value.ts';
import { observationsDays, observationsNeed } from './observations-need.ts';
import { observationsOptions } from './observations-options.ts';
import { observationsOutcome } from './observations-outcome.ts';
import { OBSERVATIONS_ASSESSORS, observationsPeople } from './observations-people.ts';
import { observationsReplies } from './observations-replies.ts';
import { observationsRubric } from './observations-rubric.ts';
import { observationsVoices } from './observations-voices.ts';

/**
 * The finished example: an award with three bids, paper and a pilot beside them, seven assessors and twelve
 * contributions. Organisation, suppliers, people and figures are invented.
 */
export const observations: DemoDecision = {
  key: 'observations',
  organisation: 'Aldermoor Hospitals (example)',
  startInput: {
    title: 'Example: electronic observations for adult wards',
    purpose: 'award',
    example: true,
  },
  days: observationsDays,
  people: observationsPeople,
  seats: { lead: 'lead', panel: 'sister', board: 'board', nurse: 'slower-than-paper' },
  need: observationsNeed,
  rubric: observationsRubric,
  tenderDeadline: '2026-07-24',
  options: observationsOptions,
  seals: [
    outcomeMarks,
    frontlineFitMarks,
    evidenceMarks,
    interoperabilityMarks,
    deliverabilityMarks,
    innovationMarks,
    socialValueMarks,
  ].flatMap((table) => marksToSeal(OBSERVATIONS_ASSESSORS, table)),
  voices: observationsVoices,
  replies: observationsReplies,
  agreement: observationsAgreement,
  outcome: observationsOutcome,
};
