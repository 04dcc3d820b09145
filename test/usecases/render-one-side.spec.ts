import { expect } from 'chai';
import { PDFDocument } from 'pdf-lib';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { createSchemaChecker } from '../../src/adapters/schemas/schema-checker.ts';
import { DomainError } from '../../src/core/errors.ts';
import { QUICK_GATES } from '../../src/core/decision/quick/gates.ts';
import { findCommand } from '../../src/core/decision/registry.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import {
  renderSheetHtml,
  renderSheetPdf,
  sheetFileName,
  sheetOfFileName,
  sheetsOf,
} from '../../src/usecases/render-one-side.ts';
import { openTestPrinter } from '../adapters/pdf/sample.ts';
import {
  QUICK_CHOICE,
  QUICK_CHOSEN,
  QUICK_DISCUSSED,
  QUICK_LISTED,
  QUICK_RAISED,
  QUICK_STARTED,
} from '../support/quick-states.ts';
import { DECISION, recordActs, viewAs } from '../support/record-acts.ts';
import type { Step } from '../support/record-acts.ts';
import { checkUa } from '../support/ua-check/check-ua.ts';
import { reportPorts } from './report-tools.ts';

const printer = openTestPrinter();
const ports = reportPorts(printer);
const viewOf = (steps: readonly Step[]) => viewAs(recordActs(steps), 'lead');
const pagesOf = async (pdf: Uint8Array): Promise<number> =>
  (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();

/** Text of a given length that breaks into lines as prose does. */
const words = (length: number): string =>
  'The letters wait and nobody is told why. '.repeat(200).slice(0, length - 1) + '.';

/** Every field as long as its schema lets it be: the fullest record that can be typed. */
const FULLEST: readonly Step[] = [
  ...QUICK_STARTED.slice(0, 2),
  ['lead', 'state-need', { problem: words(300), affected: words(150), measure: words(300) }],
  [
    'lead',
    'answer-later-question',
    { wouldBuyLater: 'unsure', because: words(300), carryOver: 'refused', carryOverNote: words(300) },
  ],
  [
    'lead',
    'note-findings',
    { said: Array.from({ length: 2 }, () => ({ words: words(300), who: words(60) })), owned: words(300) },
  ],
  ['lead', 'declare-interest', { hasInterest: false }],
  [
    'lead',
    'list-quotes',
    {
      options: Array.from({ length: 5 }, (_unused, index) => ({
        ...{ kind: index < 4 ? 'bid' : 'business-as-usual', title: words(80), supplier: words(80) },
        ...{ note: words(120), termMonths: 24, wholeTermPence: 999_999, leavingPence: 123_456 },
      })),
    },
  ],
  [
    'lead',
    'discuss-criteria',
    {
      criteria: Array.from({ length: 5 }, () => ({
        ...{ title: words(80), reason: words(200) },
        marks: { 'bid-1': 5, 'bid-2': 4, 'bid-3': 3, 'bid-4': 2, 'business-as-usual-1': 1 },
      })),
    },
  ],
  [
    'lead',
    'record-choice',
    {
      ...{ option: 'bid-2', why: words(400), whyNotFirst: words(200), renewsOn: '2028-06-30' },
      answers: Object.fromEntries(
        ['not-bought-later', 'near-limit', 'leaving-not-priced', 'criterion-flat'].map((id) => [
          id,
          words(200),
        ]),
      ),
      gates: QUICK_GATES.map(({ id, title }) => ({
        ...{ gate: id, title, answer: 'later', evidence: words(120), by: '2027-06-30', owner: words(60) },
      })),
    },
  ],
];

describe('a document of one side', function () {
  this.timeout(60_000);

  it('is there for what the record holds: a waiver where one quote was explained, a request where money has an end', () => {
    const sheets = (steps: readonly Step[]): readonly string[] => sheetsOf(viewOf(steps).state);
    expect(sheets(QUICK_STARTED)).to.deep.equal(['quick']);
    expect(sheets(QUICK_CHOSEN)).to.deep.equal(['quick', 'carry-over']);
    const single = { ...QUICK_CHOICE, singleQuoteReason: 'Only one maker.' };
    expect(sheets([...QUICK_DISCUSSED, ['lead', 'record-choice', single]])).to.include('waiver');
    expect(() => renderSheetHtml(ports, viewOf(QUICK_CHOSEN), 'waiver', 'internal')).to.throw(
      DomainError,
      /does not hold/,
    );
  });

  it('says where it stands from the first act to the raise', () => {
    const html = (steps: readonly Step[]): string =>
      renderSheetHtml(ports, viewOf(steps), 'quick', 'internal');
    expect(html(QUICK_STARTED)).to.include('DRAFT').and.include('No choice is recorded yet');
    expect(html(QUICK_CHOSEN))
      .to.include('Chosen: Dictation A from Alder Speech, £6,400 over 24 months.')
      .and.not.include('DRAFT');
    expect(html(QUICK_CHOSEN)).to.include('B was asked twice and did not answer.').and.include('Ben Hale');
    expect(html(QUICK_RAISED)).to.include('Raised to a full decision on');
  });

  it('keeps suppliers, prices, marks, reasons and who spoke out of the shareable edition', () => {
    const shared = renderSheetHtml(ports, viewOf(QUICK_CHOSEN), 'quick', 'shareable');
    const secrets = [
      'Alder',
      'Birch',
      '£6,400',
      '£3,800',
      '£500',
      'drug names',
      'A clinic secretary',
      'fewest corrections',
      'asked twice',
    ];
    expect(secrets.filter((one) => shared.includes(one))).to.deep.equal([]);
    expect(shared).to.include('It did the work with our own letters.').and.include('Dictation A');
    // The control: the internal edition holds every one of them.
    const internal = renderSheetHtml(ports, viewOf(QUICK_CHOSEN), 'quick', 'internal');
    expect(secrets.filter((one) => !internal.includes(one))).to.deep.equal([]);
  });

  it('fits on one side, however full the record is', async () => {
    const checker = createSchemaChecker(new URL('../../rubrics', import.meta.url).pathname);
    for (const [, command, input] of FULLEST)
      expect(checker.checkAgainst(findCommand(command)?.input ?? {}, input), command).to.deep.equal([]);
    for (const steps of [QUICK_STARTED, QUICK_LISTED, QUICK_CHOSEN, FULLEST]) {
      expect(await pagesOf(await renderSheetPdf(ports, viewOf(steps), 'quick', 'internal'))).to.equal(1);
    }
    expect(await pagesOf(await renderSheetPdf(ports, viewOf(FULLEST), 'carry-over', 'internal'))).to.equal(1);
  });

  it('is refused in words where it cannot fit, and nothing is printed', async () => {
    const html = `<h1>Too long</h1>${'<p>Words and more words.</p>'.repeat(400)}`;
    const request = { html, title: 'Too long', language: 'en-GB', datedIso: null, attachment: null };
    const refusal = await printer.print({ ...request, oneSide: true }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(DomainError).and.to.include({ code: 'too-large' });
    expect(await pagesOf(await printer.print(request))).to.be.greaterThan(1);
  });

  it('carries its record, prints the same bytes twice, and is tagged throughout', async () => {
    const view = viewOf(QUICK_CHOSEN);
    const pdf = await renderSheetPdf(ports, view, 'quick', 'internal');
    expect(await renderSheetPdf(ports, view, 'quick', 'internal')).to.deep.equal(pdf);
    const attached = await createPdfReader().loadAttachment(pdf);
    expect(attached?.fileName).to.equal(sheetFileName('quick', DECISION, 'internal', 'json'));
    expect(verifyExport(attached?.bytes ?? new Uint8Array()).intact).to.equal(true);
    expect(await checkUa(pdf)).to.deep.equal([]);
  });

  it('is known again by the name of the file inside it', () => {
    expect(sheetOfFileName(DECISION, sheetFileName('waiver', DECISION, 'shareable', 'json'))).to.deep.equal({
      name: 'waiver',
      edition: 'shareable',
    });
    expect(sheetOfFileName(DECISION, `decision-${DECISION.slice(0, 8)}-internal.json`)).to.equal(undefined);
  });
});
