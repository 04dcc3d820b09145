import { expect } from 'chai';
import { DomainError } from '../../src/core/errors.ts';
import { GENESIS_PREV } from '../../src/ledger/entry.ts';
import { buildEntry } from '../../src/ledger/chain.ts';
import { renderExport } from '../../src/ledger/export.ts';
import { formatVerifyCode } from '../../src/ledger/verify-code.ts';
import { exportDecision, exportForReader } from '../../src/usecases/export-decision.ts';
import { importDecision } from '../../src/usecases/import-decision.ts';
import { contribute } from '../../src/usecases/contribute.ts';
import { loadDraft, loadDraftedCriteria, removeDraft, saveDraft } from '../../src/usecases/mark-drafts.ts';
import { readReceipt } from '../../src/usecases/read-receipt.ts';
import { confirmVerifyCode } from '../../src/usecases/verify-code.ts';
import { verifyFile } from '../../src/usecases/verify-file.ts';
import type { VerifyPorts } from '../../src/usecases/verify-file.ts';
import { tableCase } from '../core/scoring/make-case.ts';
import { withWorld } from '../support/act-world.ts';
import { APPROVED, OPENED } from '../support/decision-states.ts';
import { upTo } from '../support/given-when-then.ts';
import { DECISION, hex } from '../support/record-acts.ts';
import { expectRefusal } from '../support/refusal.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('exporting and importing', () => {
  it('brings a decision over byte for byte, its receipts with it', () =>
    withWorld(upTo(OPENED, 'open-listening'), async (from) => {
      const about = { kind: 'worry', text: 'x', name: 'Nia', role: 'Nurse', team: 'Ward 7' } as const;
      const rest = { hasSupplierLink: false, wantsCredit: false, formKey: hex('k').slice(0, 32) };
      const { receipt } = await contribute(
        from,
        { via: 'personal', link: 'i1', decision: DECISION },
        { ...about, ...rest },
      );
      const text = await exportDecision(from, DECISION);
      await withWorld([], async (to) => {
        const done = await importDecision(to, bytesOf(text));
        expect(done).to.deep.equal({ decision: DECISION, entries: 17 });
        expect(await exportDecision(to, DECISION)).to.equal(text);
        expect((await readReceipt(to, receipt)).text).to.equal('x');
        await expectRefusal(importDecision(to, bytesOf(text)), 'already-done');
      });
    }));

  it('takes in a shareable copy as what it is: whole, with parts withheld', () =>
    withWorld(APPROVED, async (from) => {
      const text = exportForReader(await from.viewOf('lead'), 'shareable');
      await withWorld([], async (to) => {
        await importDecision(to, bytesOf(text));
        expect(await exportDecision(to, DECISION)).to.equal(text);
      });
    }));

  it('keeps out what does not verify, and what verifies and is no decision', () =>
    withWorld(OPENED, async (world) => {
      const text = await exportDecision(world, DECISION);
      const edited = text.replace('Notes at the bedside', 'Notes at the desk');
      const error = await expectRefusal(importDecision(world, bytesOf(edited)), 'ledger-faulty');
      expect(error.faults).to.have.length.greaterThan(0);
      await withWorld([], async (to) => {
        const made = (act: string, value: object) =>
          buildEntry({
            ...{
              decision: DECISION,
              seq: 1,
              at: '2026-06-01T09:00:00.000Z',
              actor: 'x',
              act,
              prev: GENESIS_PREV,
            },
            sections: [{ name: 'facts', type: 'facts', value: value as never, salt: new Uint8Array(32) }],
          });
        const factless = { ...made('marks-sealed', {}), openings: {} };
        for (const entry of [made('bids-blessed', {}), made('marks-sealed', {}), factless])
          await expectRefusal(importDecision(to, bytesOf(renderExport([entry]))), 'ledger-faulty');
        expect(await to.store.ledgers.loadHeads()).to.deep.equal([]);
      });
    }));

  it('finds no decision that is not there', () =>
    withWorld([], async (world) => {
      for (const id of [DECISION, 'constructor', '', '../x'])
        await expectRefusal(exportDecision(world, id), 'not-found');
    }));
});

describe('a verify code', () => {
  it('is confirmed for an entry that is here, and for nothing else', () =>
    withWorld(OPENED, async (world) => {
      const head = await world.store.ledgers.loadHead(DECISION);
      const code = formatVerifyCode(head?.seq ?? 0, head?.hash ?? '');
      expect(await confirmVerifyCode(world, code)).to.equal(true);
      expect(await confirmVerifyCode(world, code.toLowerCase().replaceAll('-', ' '))).to.equal(true);
      expect(
        await confirmVerifyCode(world, formatVerifyCode((head?.seq ?? 0) - 1, head?.hash ?? '')),
      ).to.equal(false);
      expect(await confirmVerifyCode(world, formatVerifyCode(1, hex('other')))).to.equal(false);
      for (const typed of ['', 'x', '0-0000-0000-0000-0000', `${code}-0`])
        await expectRefusal(confirmVerifyCode(world, typed), 'invalid-input');
    }));
});

describe('verifying a file', () => {
  const loadPrint = async () => ({ program: '', browser: '', checkAt: null, pages: [] });
  const ports: VerifyPorts = {
    pdfReader: { loadAttachment: async () => undefined, loadPrint },
    caseFiles: {
      parseCase: async (_name, bytes) => ({
        given: tableCase([[50]], [10000]),
        bytes,
        placeOf: (path) => path,
      }),
    },
    withPrinter: async () => {
      throw new DomainError('renderer-unavailable', 'There is no browser here.');
    },
  };

  it('says of an export how many parts are withheld, and lists every fault', () =>
    withWorld(APPROVED, async (world) => {
      const text = exportForReader(await world.viewOf('lead'), 'shareable');
      const good = await verifyFile(ports, bytesOf(text));
      expect(good.intact).to.equal(true);
      expect(good.lines[0]).to.match(/^intact: \d+ entries, \d+ parts are withheld, 0 parts are erased$/);
      expect(good.lines[2]).to.match(
        /^withheld here: .*\d+ reasons for marks.*2 receipt codes.*\. Receipt codes stay/,
      );
      const bad = await verifyFile(ports, bytesOf(text.replace('Ward manager', 'Ward sister')));
      expect(bad.intact).to.equal(false);
      expect(bad.lines[0]).to.match(/^faulty: \d+ faults? found$/);
      expect(bad.lines[1]).to.match(/^Entry 1, section '\w+', at \/entries\/0\/openings\/\w+.*: The content/);
    }));

  it('reads the export inside a PDF, recomputes a case, and says when there is neither', () =>
    withWorld(OPENED, async (world) => {
      const pdf = bytesOf('%PDF-1.7');
      const holding = (fileName: string, bytes: Uint8Array) => ({
        ...ports,
        pdfReader: { loadAttachment: async () => ({ fileName, bytes }), loadPrint },
      });
      const text = await exportDecision(world, DECISION);
      expect((await verifyFile(holding('decision.json', bytesOf(text)), pdf)).lines[0]).to.match(/^intact/);
      expect((await verifyFile(holding('case.json', bytesOf('{}')), pdf)).lines.join(' ')).to.match(
        /no ledger/,
      );
      expect((await verifyFile(ports, pdf)).intact).to.equal(false);
    }));
});

describe('drafts of marks', () => {
  it('are their author’s alone, one for each criterion', () =>
    withWorld(OPENED, async (world) => {
      const pia = { decision: DECISION, participant: 'pia' };
      const draft = { 'bid-1': { score: '4', reason: 'Half a thought' } };
      await saveDraft(world, pia, 'fit', draft);
      expect(await loadDraft(world, pia, 'fit')).to.deep.equal(draft);
      expect(await loadDraftedCriteria(world, pia)).to.deep.equal(['fit']);
      for (const other of [
        { ...pia, participant: 'paul' },
        { ...pia, decision: 'f'.repeat(32) },
      ]) {
        expect(await loadDraft(world, other, 'fit')).to.deep.equal({});
        expect(await loadDraftedCriteria(world, other)).to.deep.equal([]);
      }
      await removeDraft(world, pia, 'fit');
      expect(await loadDraft(world, pia, 'fit')).to.deep.equal({});
    }));
});
