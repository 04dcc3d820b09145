import type { LaterAnswer } from '../../core/decision/model/quick-state.ts';

/** Answers about money with an end, to be followed by the reason. */
export const LATER_WORDS: Readonly<Record<LaterAnswer['wouldBuyLater'], string>> = {
  yes: 'It would be bought later at this price, too',
  no: 'It would not be bought later at this price',
  unsure: 'It is not known whether it would be bought later at this price',
};

export const CARRY_OVER_WORDS: Readonly<Record<LaterAnswer['carryOver'], string>> = {
  asked: 'Carrying the money over was asked for',
  agreed: 'Carrying the money over was agreed',
  refused: 'Carrying the money over was refused',
  'not-asked': 'Carrying the money over was not asked for',
};
