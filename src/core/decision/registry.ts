import type { AnyAct } from './model/act.ts';
import { answerIdea } from './idea/answer-idea.ts';
import { reopenIdea } from './idea/reopen-idea.ts';
import { stateIdea } from './idea/state-idea.ts';
import { closeMarking } from './marking/close-marking.ts';
import { changeMark } from './marking/change-mark.ts';
import { fileDissent } from './marking/file-dissent.ts';
import { recordConsensus } from './marking/record-consensus.ts';
import { sealMarks } from './marking/seal-marks.ts';
import { sealQuality } from './marking/seal-quality.ts';
import { openPrices } from './money/open-prices.ts';
import { recordCosts } from './money/record-costs.ts';
import { lockNeed } from './need/lock-need.ts';
import { offerMoney } from './need/offer-money.ts';
import { recordAmount } from './need/record-amount.ts';
import { startDecision } from './need/start-decision.ts';
import { stateNeed } from './need/state-need.ts';
import { addOption } from './options/add-option.ts';
import { answerGate } from './options/answer-gate.ts';
import { openOptions } from './options/open-options.ts';
import { waiveBaseline } from './options/waive-baseline.ts';
import { withdrawOption } from './options/withdraw-option.ts';
import { approveDecision, declineDecision, returnDecision } from './outcome/answer-decision.ts';
import { notifyAward } from './outcome/notify-award.ts';
import { recordDecision } from './outcome/record-decision.ts';
import { setBidAside } from './outcome/set-bid-aside.ts';
import { declareInterest } from './people/declare-interest.ts';
import { manageInterest } from './people/manage-interest.ts';
import { namePerson } from './people/name-person.ts';
import { removePerson } from './people/remove-person.ts';
import { answerLaterQuestion } from './quick/answer-later-question.ts';
import { discussCriteria } from './quick/discuss-criteria.ts';
import { listQuotes } from './quick/list-quotes.ts';
import { noteFindings } from './quick/note-findings.ts';
import { raiseRecord } from './quick/raise-record.ts';
import { recordChoice } from './quick/record-choice.ts';
import { reopenRecord } from './quick/reopen-record.ts';
import { chooseRubric } from './rubric/choose-rubric.ts';
import { lockRubric } from './rubric/lock-rubric.ts';
import { replaceRubric } from './rubric/replace-rubric.ts';
import { agreeSetAside } from './voice/agree-set-aside.ts';
import { answerContributions } from './voice/answer-contributions.ts';
import { contribute } from './voice/contribute.ts';
import { eraseSection } from './voice/erase-section.ts';
import { openListening } from './voice/open-listening.ts';

/** Every act there is, in the order of a decision's life. Pages, API, ledger and documents read this list. */
export const ACTS: readonly AnyAct[] = [
  startDecision,
  stateIdea,
  answerIdea,
  reopenIdea,
  offerMoney,
  stateNeed,
  lockNeed,
  recordAmount,
  openListening,
  contribute,
  answerContributions,
  agreeSetAside,
  chooseRubric,
  lockRubric,
  replaceRubric,
  namePerson,
  removePerson,
  declareInterest,
  manageInterest,
  addOption,
  withdrawOption,
  waiveBaseline,
  recordCosts,
  openOptions,
  answerGate,
  sealMarks,
  changeMark,
  closeMarking,
  recordConsensus,
  fileDissent,
  sealQuality,
  openPrices,
  setBidAside,
  recordDecision,
  approveDecision,
  returnDecision,
  declineDecision,
  notifyAward,
  noteFindings,
  answerLaterQuestion,
  listQuotes,
  discussCriteria,
  recordChoice,
  reopenRecord,
  raiseRecord,
  eraseSection,
];

export const findCommand = (command: string): AnyAct | undefined =>
  ACTS.find((one) => one.command === command);

export const findAct = (act: string): AnyAct | undefined => ACTS.find((one) => one.act === act);
