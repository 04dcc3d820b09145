import { expect } from 'chai';
import { EDITIONS, isCarried } from '../../../src/core/decision/editions.ts';
import { SECTION_TYPES } from '../../../src/core/decision/model/act.ts';
import { parseExport } from '../../../src/ledger/export.ts';
import { verifyExport } from '../../../src/ledger/verify.ts';
import { exportForReader } from '../../../src/usecases/export-decision.ts';
import { APPROVED } from '../../support/decision-states.ts';
import { recordActs, viewAs } from '../../support/record-acts.ts';

const loaded = recordActs(APPROVED);
const exportAs = (person: string, edition: 'shareable' | 'internal'): Uint8Array =>
  new TextEncoder().encode(exportForReader(viewAs(loaded, person), edition));
const typesIn = (bytes: Uint8Array): ReadonlySet<string> =>
  new Set(
    parseExport(bytes).entries.flatMap(({ entry, openings }) =>
      entry.sections.filter(({ name }) => Object.hasOwn(openings, name)).map(({ type }) => type),
    ),
  );

describe('the editions of a decision', () => {
  it('carry everything but receipts inside, and outside nothing personal, commercial or marked', () => {
    expect(SECTION_TYPES.filter((type) => !isCarried('internal', type))).to.deep.equal(['receipt']);
    expect(SECTION_TYPES.filter((type) => isCarried('shareable', type))).to.deep.equal([
      'facts',
      'text',
      'name',
      'rubric',
      'voice',
    ]);
  });

  it('both verify, and say how many parts are withheld', () => {
    for (const edition of EDITIONS) {
      const found = verifyExport(exportAs('lead', edition));
      expect(found.intact, edition).to.equal(true);
      expect(found.intact && found.withheld).to.be.greaterThan(1);
    }
  });

  it('never hold more than the reader may see', () => {
    expect([...typesIn(exportAs('lead', 'internal'))]).to.include.members([
      'mark',
      'reason',
      'price',
      'bid',
      'interest',
      'contributor',
    ]);
    expect([...typesIn(exportAs('cora', 'internal'))]).not.to.include('dissent');
    for (const person of ['lead', 'cora', 'pia', 'abel']) {
      const text = new TextDecoder().decode(exportAs(person, 'shareable'));
      // The winner's title is in the recommendation's own words; everything else that was planted stays.
      expect(text.replaceAll('planted-title-one', ''), person).not.to.match(
        /planted-|77777700|6666600|9198700/,
      );
    }
  });
});
