import type { Actor } from '../../src/core/decision/model/act.ts';
import { hex } from './record-acts.ts';
import type { Step } from './record-acts.ts';

/** An idea on record, as acts: its lead is 'lead', the person asked is 'abel'. Contributions are acts 4, 5 and 6. */
export const POSTER: Actor = { kind: 'contributor', via: 'poster', link: 'p1' };
export const PAGE: Actor = { kind: 'contributor', via: 'page', link: 'page' };

export const IDEA = {
  problem: 'Nurses walk to the store room three times a shift to look for a bladder scanner.',
  whoHasIt: 'About 40 nurses on three wards',
  staffSaid: 'I spend a quarter of an hour looking for it.',
  alreadyOwned: 'Two location tags from the bed trial',
  couldBeDone: 'Put a location tag on each scanner.',
  smallestStep: 'Tag two scanners for two weeks and count the walks.',
  askedOf: 'Sana Iqbal, head of equipment',
  askedFor: 'Leave to stick two tags on scanners for two weeks',
  answerBy: '2026-06-30',
};

export const addTo = (kind: string, text: string, team: string, who: Actor = POSTER): Step => {
  const about = { name: 'planted-added-by', role: 'Staff nurse', team, hasSupplierLink: false };
  return [who, 'contribute', { kind, text, ...about, receiptHash: hex(`${kind} ${text} ${team}`) }];
};

export const IDEA_STARTED: readonly Step[] = [
  [
    'lead',
    'start-decision',
    {
      ...{ title: 'Find the bladder scanner', purpose: 'appraisal', door: 'idea' },
      ...{ leadName: 'Lena Ortiz', leadJob: 'Ward manager' },
    },
  ],
];

export const IDEA_STATED: readonly Step[] = [
  ...IDEA_STARTED,
  ['lead', 'state-idea', IDEA],
  ['lead', 'open-listening', { cutOff: IDEA.answerBy, laterOwner: 'Lena Ortiz' }],
  ['lead', 'name-person', { person: 'abel', roles: ['approver'], name: 'Abel Stone', job: 'Director' }],
];

export const IDEA_SHARED: readonly Step[] = [
  ...IDEA_STATED,
  addTo('same-here', 'We have this, too.', 'Ward 7'),
  addTo('same-here', 'Every night.', ' ward  7 ', PAGE),
  addTo('fact', 'On Monday we walked 11 times.', 'Ward 9'),
];

export const IDEA_ANSWERED: readonly Step[] = [
  ...IDEA_SHARED,
  ['abel', 'answer-idea', { fate: 'step-agreed', reply: 'Yes: two tags from Monday.' }],
];
