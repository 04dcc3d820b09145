import { expect } from 'chai';
import { parseExport } from '../../src/ledger/export.ts';
import { verifyExport } from '../../src/ledger/verify.ts';
import { createPdfReader } from '../../src/adapters/pdf/reader.ts';
import { openTestPrinter } from '../adapters/pdf/sample.ts';
import { readWithPdfjs } from '../adapters/pdf/read-with-pdfjs.ts';
import { withHttp } from '../support/http-world.ts';
import { PHASES } from '../support/planted-decision.ts';
import type { Phase, Reader } from '../support/planted-decision.ts';
import { expectedFor, foundIn, SHAREABLE } from '../support/planted-words.ts';
import { DECISION } from '../support/record-acts.ts';

describe('blindness: the decision PDF', function () {
  this.timeout(120_000);
  const printer = openTestPrinter();
  after(() => printer.close());

  const printed = async (
    phase: Phase,
    reader: Reader,
    edition: string,
  ): Promise<{ text: string; attached: string }> => {
    let found = { text: '', attached: '' };
    await withHttp(
      PHASES[phase],
      async (world) => {
        const address = `/api/decisions/${DECISION}/report.pdf?edition=${edition}`;
        const answer = await (await world.api(reader)).get(address).buffer(true);
        expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
        expect(answer.type).to.equal('application/pdf');
        expect(answer.headers['content-disposition']).to.include(`decision-01234567-${edition}.pdf`);
        const pdf = new Uint8Array(answer.body as Buffer);
        const { pages } = await readWithPdfjs(pdf);
        const held = await createPdfReader().loadAttachment(pdf);
        expect(verifyExport(held?.bytes ?? new Uint8Array())).to.deep.include({ intact: true });
        found = {
          text: pages.join('\n').replace(/-\n/g, '-'),
          attached: new TextDecoder().decode(held?.bytes),
        };
        expect(parseExport(held?.bytes ?? new Uint8Array()).entries).to.have.lengthOf(PHASES[phase].length);
      },
      { pdf: printer },
    );
    return found;
  };

  it('draws for a panel member before all have sealed nothing that must wait, on the page and in what is attached', async () => {
    const { text, attached } = await printed('some', 'paul', 'internal');
    const expected = expectedFor('paul', 'some');
    expect(text).to.include('planted-title-1');
    for (const part of [text, attached])
      expect(foundIn(part).filter((word) => !expected.includes(word))).to.deep.equal([]);
  });

  it('draws for the lead once it is decided what has been opened, and still not a panel member’s draft', async () => {
    const { text, attached } = await printed('decided', 'lead', 'internal');
    const expected = expectedFor('lead', 'decided');
    for (const part of [text, attached])
      expect(foundIn(part).filter((word) => !expected.includes(word))).to.deep.equal([]);
    expect(foundIn(text)).to.include.members([
      '71.123',
      'planted-reason-paul-fit-0',
      'planted-line-0',
      'bid-1 total',
    ]);
  });

  it('leaves in the shareable edition nothing that may not leave the room', async () => {
    const { text, attached } = await printed('decided', 'lead', 'shareable');
    for (const part of [text, attached])
      expect(foundIn(part).filter((word) => !SHAREABLE.includes(word))).to.deep.equal([]);
    expect(text).to.include('planted-title-1');
  });
});
