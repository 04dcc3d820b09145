import { expect } from 'chai';
import { Command } from 'commander';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { addReport } from '../../src/cli/commands/report.ts';
import { EXIT } from '../../src/cli/output.ts';
import type { Exit } from '../../src/cli/output.ts';
import type { Case } from '../../src/core/scoring/case.ts';
import { reportCase } from '../../src/usecases/report-case.ts';
import type { GivenCase } from '../../src/usecases/report-case.ts';
import { readWithPdfjs } from '../adapters/pdf/read-with-pdfjs.ts';
import { openTestPrinter } from '../adapters/pdf/sample.ts';
import { RUBRIC } from '../support/decision-states.ts';
import { checkUa } from '../support/ua-check/check-ua.ts';
import { reportPorts } from './report-tools.ts';

const option = (id: string, title: string, kind: 'bid' | 'business-as-usual', pence: number) => ({
  ...{ id, title, kind, costs: [{ line: 'Licence', year: 0, pence, capital: true }] },
  gates: { safety: { met: 'notApplicable' as const, reason: 'No patient is touched.' }, data: { met: true } },
});

const mark = (assessor: string, id: string, criterion: string, score: number) => ({
  ...{ assessor, option: id, criterion, score, reason: `Seen by ${assessor}` },
});

const CASE: Case = {
  format: 'counterweight-case/1',
  title: 'Which notes system?',
  need: 'Notes are written twice.',
  rubric: RUBRIC,
  options: [
    option('a', 'Alpha', 'bid', 5_000_000),
    option('today', 'As today', 'business-as-usual', 1_000_000),
  ],
  marks: [
    ...[mark('p1', 'a', 'fit', 4), mark('p1', 'a', 'ease', 5), mark('p2', 'a', 'fit', 5)],
    ...[mark('p1', 'today', 'fit', 2), mark('p1', 'today', 'ease', 2)],
  ],
  consensus: [{ option: 'a', criterion: 'fit', score: 5, reason: 'Shown on a call' }],
};

const givenCase = (changes: Partial<Case> = {}): GivenCase => {
  const given = { ...CASE, ...changes };
  const bytes = new TextEncoder().encode(JSON.stringify(given, null, 2));
  return { given, bytes, placeOf: (path) => `case.json#${path}` };
};

const printer = openTestPrinter();
const ports = reportPorts(printer);

describe('a case report', () => {
  after(async () => printer.close());

  describe('reportCase', () => {
    it('justifies the case: need, options, rubric, gates, scores with reasons, costs, how sure', async () => {
      const { html } = await reportCase(ports, givenCase());
      for (const words of [
        ...[
          'Notes are written twice.',
          'Alpha',
          'Business as usual',
          'Fit to the work',
          'No patient is touched.',
        ],
        ...[
          'Seen by p2',
          'Shown on a call',
          '£50,000',
          'Alpha is first in',
          'Does not apply',
          'Beside doing nothing',
        ],
      ]) {
        expect(html).to.include(words);
      }
    });

    it('says plainly that it has no ledger, and claims nothing that only a ledger can show', async () => {
      const { html } = await reportCase(ports, givenCase());
      expect(html).to.include('There is no ledger behind it.');
      expect(html).not.to.match(
        /Verify code|Locked on|Who took part|Different views|not yet visible|Withheld/i,
      );
    });

    it('prints no date anywhere unless the case says one', async () => {
      const { html, pdf } = await reportCase(ports, givenCase());
      const words = html.slice(html.indexOf('<body'));
      expect(words).not.to.match(/\b20[1-9]\d\b|\b\d{1,2} (January|May|June|November)\b/);
      expect((await readWithPdfjs(pdf)).info).not.to.have.any.keys('CreationDate', 'ModDate');
      const dated = await reportCase(ports, givenCase({ asOf: '2026-11-22' }));
      expect(dated.html).to.include('As of 22 November 2026');
      expect((await readWithPdfjs(dated.pdf)).info['CreationDate']).to.match(/^D:20261122/);
    });

    it('carries the case byte for byte, and is the same bytes for the same case', async () => {
      const given = givenCase();
      const first = await reportCase(ports, given);
      const attached = await createPdfReader().loadAttachment(first.pdf);
      expect(attached?.fileName).to.equal('case.json');
      expect(Buffer.compare(attached?.bytes ?? new Uint8Array(), given.bytes)).to.equal(0);
      const second = await reportCase(ports, given);
      expect(Buffer.compare(first.pdf, second.pdf)).to.equal(0);
      expect(first.html).to.equal(second.html);
    });

    it('carries the rubric too when the case names it by a path, which would be left behind', async () => {
      const { given, placeOf } = givenCase();
      const bytes = new TextEncoder().encode(JSON.stringify({ ...given, rubric: 'my-rubric.json' }));
      const { pdf } = await reportCase(ports, { given, bytes, placeOf } as GivenCase);
      const attached = await createPdfReader().loadAttachment(pdf);
      expect(JSON.parse(new TextDecoder().decode(attached?.bytes))).to.deep.equal(given);
    });

    it('keeps the accessibility rules that a machine can decide', async () => {
      expect(await checkUa((await reportCase(ports, givenCase())).pdf)).to.deep.equal([]);
    });

    it('is not thrown by ids that are words of the language', async () => {
      const marks = CASE.marks.map((one) => ({ ...one, assessor: 'constructor' })).slice(0, 2);
      const rest = CASE.marks.slice(3);
      const { html } = await reportCase(ports, givenCase({ marks: [...marks, ...rest], consensus: [] }));
      expect(html).to.include('constructor');
    });
  });

  describe('the report command', () => {
    const run = async (words: readonly string[], given: GivenCase) => {
      const written = new Map<string, Uint8Array | string>();
      const said: string[] = [];
      const program = new Command().exitOverride();
      addReport(program, {
        output: { result: () => undefined, message: (text) => said.push(text) },
        files: {
          read: async () => new Uint8Array(),
          write: async (file, bytes) => void written.set(file, bytes),
        },
        loadCase: async () => given,
        withPrinter: (use) => use(ports),
      });
      const outcome = await program
        .parseAsync(['report', 'case.json', ...words], { from: 'user' })
        .catch((error: unknown) => error);
      return { written, outcome, said };
    };

    it('writes the PDF and, when asked, the HTML', async () => {
      const { written } = await run(['--out', 'a.pdf', '--html', 'a.html'], givenCase());
      expect([...written.keys()]).to.deep.equal(['a.pdf', 'a.html']);
      expect(String(written.get('a.html'))).to.match(/^<!DOCTYPE html>/);
    });

    it('writes nothing for a case that misses a piece, and names file and place', async () => {
      const { written, outcome, said } = await run(
        ['--out', 'a.pdf'],
        givenCase({ marks: CASE.marks.slice(0, 4) }),
      );
      expect(written.size).to.equal(0);
      expect((outcome as Exit).code).to.equal(EXIT.usage);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(/^case\.json#\/.*: /);
    });
  });
});
