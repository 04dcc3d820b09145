import type { DemoVoice } from './demo-decision.ts';

/** Four contributions, none answered yet: the lead's seat has replies to write before anything can be decided. */
export const lettersVoices: readonly DemoVoice[] = [
  {
    key: 'part-time-queue',
    on: -55,
    via: 'personal',
    input: {
      kind: 'need',
      text: 'I work Mondays and Tuesdays. What I start on Tuesday waits for me until Monday, because nobody else can see it in my folder. Seventeen days are mostly waiting, not typing.',
      name: 'Pauline Greaves-Ito',
      role: 'Medical secretary',
      team: 'Cardiology',
      hasSupplierLink: false,
      wantsCredit: true,
    },
  },
  {
    key: 'quiet-room',
    on: -51,
    via: 'poster',
    input: {
      kind: 'worry',
      text: 'There is no quiet room in clinic two. I dictate in the corridor between patients and lower my voice, because people are sitting there. Will it understand me, and who else will?',
      name: 'Samuel Adjei-Brook',
      role: 'Specialist nurse',
      team: 'Diabetes clinic',
      hasSupplierLink: false,
      wantsCredit: false,
    },
  },
  {
    key: 'large-print',
    on: -8,
    via: 'poster',
    input: {
      kind: 'requirement',
      text: 'Some of our patients need large print or easy read, and it is in their record. Today I redo those letters by hand. Please ask for that to happen by itself.',
      name: 'Farida Noor-Whelan',
      role: 'Clinic clerk',
      team: 'Eye clinic',
      hasSupplierLink: false,
      wantsCredit: true,
    },
  },
  {
    key: 'what-happens-to-us',
    on: -2,
    via: 'paper',
    helper: 'secretary',
    input: {
      kind: 'question',
      text: 'If the computer types, what do the secretaries do? Nobody has said. We would rather hear it before it is signed than after.',
      name: 'Denise Marchbank',
      role: 'Medical secretary',
      team: 'Rheumatology',
      hasSupplierLink: false,
      wantsCredit: false,
    },
  },
];
