import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { openTestPrinter, sampleRequest } from './sample.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the bytes of a PDF', () => {
  it('are the same for the same request: again, at once, after others, and in a new browser', async () => {
    const first = openTestPrinter();
    const hashes: string[] = [];
    try {
      hashes.push(hashOf(await first.print(sampleRequest())));
      hashes.push(hashOf(await first.print(sampleRequest())));
      // A different document in between moves Chromium's own counters on.
      await first.print(
        sampleRequest({ html: '<table><tr><th scope="col" id="a">A</th></tr></table>'.repeat(9) }),
      );
      const together = await Promise.all([1, 2, 3, 4].map(async () => first.print(sampleRequest())));
      hashes.push(...together.map(hashOf));
    } finally {
      await first.close();
    }
    const second = openTestPrinter();
    try {
      hashes.push(hashOf(await second.print(sampleRequest())));
    } finally {
      await second.close();
    }
    expect(hashes).to.have.length(7);
    expect(new Set(hashes)).to.have.length(1);
  });

  it('differ when any part of the request differs', async () => {
    const printer = openTestPrinter();
    const html = '<p>One line</p>';
    try {
      const variants = [
        sampleRequest({ html }),
        sampleRequest({ html: '<p>One lime</p>' }),
        sampleRequest({ html, title: 'Another' }),
        sampleRequest({ html, language: 'cy' }),
        sampleRequest({ html, datedIso: '2026-11-22T09:30:01.000Z' }),
        sampleRequest({ html, attachment: null }),
      ];
      const printed = await Promise.all(variants.map(async (request) => printer.print(request)));
      const ids = printed.map(
        (pdf) => /\/ID \[ ?<([0-9A-F]{32})>/.exec(Buffer.from(pdf).toString('latin1'))?.[1],
      );
      expect(new Set(printed.map(hashOf))).to.have.length(variants.length);
      expect(new Set(ids)).to.have.length(variants.length);
      expect(ids).to.not.include(undefined);
    } finally {
      await printer.close();
    }
  });
});
