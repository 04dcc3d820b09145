import type { IdeaPage } from '../idea-page.ts';
import type { DecisionPage, PlainPage } from '../page.ts';
import { accountPage } from './account.ts';
import { adminPage } from './admin.ts';
import { approvalPage } from './approval.ts';
import { finishPage, sayPage, supplierLinkPage } from './contribute.ts';
import { costsPage } from './costs.ts';
import { decisionPage } from './decision.ts';
import { differencesPage } from './differences.ts';
import { dissentPage } from './dissent.ts';
import { downloadPage } from './download.ts';
import { elsewherePage } from './elsewhere.ts';
import { examplesPage } from './examples.ts';
import { gatesPage } from './gates.ts';
import { homePage } from './home.ts';
import { ideaChangePage } from './idea-change.ts';
import { ideaPage } from './idea.ts';
import { ideasPage } from './ideas.ts';
import { interestsPage } from './interests.ts';
import { joinPage } from './join.ts';
import { listeningPage } from './listening.ts';
import { markCriterionPage } from './mark-criterion.ts';
import { markingSheetPage } from './marking-sheet.ts';
import { marksPage } from './marks.ts';
import { needPage } from './need.ts';
import { newDecisionPage } from './new-decision.ts';
import { newIdeaPage } from './new-idea.ts';
import { optionsPage } from './options.ts';
import { outcomePage } from './outcome.ts';
import { paperPage, paperSlipPage } from './paper.ts';
import { peoplePage } from './people.ts';
import { posterPage } from './poster.ts';
import { choosePage } from './quick/choose.ts';
import { heardPage } from './quick/heard.ts';
import { newQuickPage } from './quick/new-record.ts';
import { quotesPage } from './quick/quotes.ts';
import { quickRecordPage } from './quick/record.ts';
import { weighPage } from './quick/weigh.ts';
import { receiptPage } from './receipt.ts';
import { recordPage } from './record.ts';
import { reportPage } from './report.ts';
import { resultPage } from './result.ts';
import { rubricPage } from './rubric.ts';
import { searchPage } from './search.ts';
import { sharePage } from './share.ts';
import { signInLinkPage, signInPage, signOutPage } from './sign-in.ts';
import { spreadsheetPage } from './spreadsheet.ts';
import { spreadsheetNamingPage } from './spreadsheet-naming.ts';
import { spreadsheetResultPage } from './spreadsheet-result.ts';
import { STATIC_PAGES } from './static-pages.ts';
import { verifyPage } from './verify.ts';

/** Every page there is. A new page is its file, its template and one line here. */
export const PLAIN_PAGES: readonly PlainPage[] = [
  homePage,
  signInPage,
  signInLinkPage,
  signOutPage,
  accountPage,
  adminPage,
  examplesPage,
  newDecisionPage,
  ideasPage,
  newIdeaPage,
  searchPage,
  elsewherePage,
  newQuickPage,
  spreadsheetPage,
  joinPage,
  supplierLinkPage,
  sayPage,
  finishPage,
  receiptPage,
  verifyPage,
  ...STATIC_PAGES,
];

export const IDEA_PAGES: readonly IdeaPage[] = [ideaPage, ideaChangePage];

/** Those of one spreadsheet that was sent; for anybody but its owner it is not there. */
export const SPREADSHEET_PAGES: readonly PlainPage[] = [spreadsheetNamingPage, spreadsheetResultPage];

export const DECISION_PAGES: readonly DecisionPage[] = [
  decisionPage,
  needPage,
  heardPage,
  quotesPage,
  weighPage,
  choosePage,
  quickRecordPage,
  listeningPage,
  posterPage,
  paperPage,
  paperSlipPage,
  rubricPage,
  peoplePage,
  interestsPage,
  optionsPage,
  costsPage,
  gatesPage,
  marksPage,
  markCriterionPage,
  markingSheetPage,
  differencesPage,
  resultPage,
  outcomePage,
  approvalPage,
  dissentPage,
  recordPage,
  reportPage,
  downloadPage,
  sharePage,
];
