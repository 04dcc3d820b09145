import type { DemoDays, DemoNeed } from './demo-decision.ts';

/** Days before the example is added: two months of work, with the last marks still to come. */
export const lettersDays: DemoDays = {
  started: -62,
  needStated: -60,
  peopleNamed: -58,
  listeningOpened: -57,
  moneyOffered: -50,
  needLocked: -45,
  amountRecorded: -44,
  rubricChosen: -42,
  rubricLocked: -40,
  interestsDeclared: -39,
  optionsAdded: -14,
  costsRecorded: -13,
  opened: -12,
  gatesAnswered: -9,
  marksSealed: -3,
};

export const lettersNeed: DemoNeed = {
  firstInput: {
    problem:
      'A letter after an outpatient visit takes 17 working days at the median to reach the practice and the patient. Clinicians dictate into recorders, secretaries type, drafts wait for a signature in three different systems, and two letters in five still go by post. Practices ring to ask for letters that are lying in a queue.',
    affected:
      '9,800 letters a month from 34 clinics; 31 medical secretaries, most of them part time; 210 clinicians; every patient who waits for a change of medicine, and their practice.',
    measure:
      'Working days from visit to letter sent: median from 17 to 5 within six months of going live. Letters sent electronically: from 61% to 90% in the same time. Counted monthly from the sending log. Owner: outpatient service manager.',
  },
  moneyInput: { offered: true, spendBy: 120 },
  amountInput: { amountPence: 26_000_000 },
  listeningInput: {
    cutOff: 21,
    laterOwner: 'Imogen Castellan',
    question: 'Where does a letter get stuck on your desk, and what must not get worse?',
  },
};
