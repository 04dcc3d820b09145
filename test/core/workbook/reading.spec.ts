import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { ROLES } from '../../../src/core/workbook/role-words.ts';
import { cellName, columnNumber } from '../../../src/core/workbook/cell-name.ts';
import { readHeading } from '../../../src/core/workbook/read-heading.ts';
import { readMark } from '../../../src/core/workbook/read-mark.ts';
import { readNumber } from '../../../src/core/workbook/read-number.ts';
import { readScale, scaleIn } from '../../../src/core/workbook/read-scale.ts';
import { saysTotal } from '../../../src/core/workbook/total-rows.ts';
import type { Cell } from '../../../src/core/workbook/sheet.ts';

const text = (words: string): Cell => ({ kind: 'text', text: words });

describe('the name of a cell', () => {
  it('is the one a spreadsheet shows', () => {
    expect([
      cellName(6, 5),
      cellName(0, 25),
      cellName(0, 26),
      cellName(9, 701),
      cellName(9, 702),
    ]).to.deep.equal([...['F7', 'Z1', 'AA1', 'ZZ10', 'AAA10']]);
    expect([columnNumber('f'), columnNumber('AAA'), columnNumber('F7')]).to.deep.equal([5, 702, undefined]);
  });
});

describe('readNumber', () => {
  const as = (use: 'mark' | 'price') => (words: string) => {
    const read = readNumber(words, use);
    return read.is === 'number' ? `${read.number}${read.percent ? '%' : ''}` : read.is;
  };

  it('reads decimal points and commas, thousands and percentages', () => {
    expect(
      ['3,5', '3.5', '1.250,50', '1,250.50', "1'250", '1 250,5', '30%', '30 %', '-1', '.5', '07.50'].map(
        as('mark'),
      ),
    ).to.deep.equal(['3.5', '3.5', '1250.5', '1250.5', '1250', '1250.5', '30%', '30%', '-1', '0.5', '7.5']);
    expect(['£120,000', '120.000 €', '1,250', '€ 99,90'].map(as('price'))).to.deep.equal([
      '120000',
      '120000',
      '1250',
      '99.9',
    ]);
  });

  it('refuses what could be two numbers, and what is none', () => {
    expect([as('mark')('1,250'), as('price')('1.250')]).to.deep.equal(['unclear', 'unclear']);
    expect(['4 of', 'four', '1,2,3', '12.34.5', '1-2', ''].map(as('mark'))).to.deep.equal(
      Array(6).fill('text'),
    );
  });
});

describe('readMark', () => {
  const says = (words: string): string => {
    const read = readMark(text(words));
    return read.is === 'mark'
      ? `${read.number}${read.outOf === null ? '' : ` of ${read.outOf}`}`
      : read.is === 'none'
        ? read.meaning
        : 'refused';
  };

  it('reads what people write for a mark', () => {
    expect(
      [
        '4',
        '3,5',
        '4/5',
        '4 out of 5',
        '4 sur 5',
        '4 von 5',
        '4 - Good',
        '4: gut',
        '4 (Good)',
        '4. Bien',
      ].map(says),
    ).to.deep.equal(['4', '3.5', '4 of 5', '4 of 5', '4 of 5', '4 of 5', '4', '4', '4', '4']);
  });

  it('tells an empty cell from one that does not apply, and neither is 0', () => {
    expect(
      ['', '-', '–', 'n/a', 'N.A.', 'k. A.', 's/o', 'entfällt', 'ddim yn berthnasol', 'not scored'].map(says),
    ).to.deep.equal([
      ...['blank', 'not marked', 'not marked', 'not applicable', 'not applicable', 'not applicable'],
      ...['not applicable', 'not applicable', 'not applicable', 'not marked'],
    ]);
  });

  it('refuses what is not one mark', () => {
    expect(['4 - 5', '4-5', 'good', '?', '4 or 5', '#N/A', '3rd', '2 weeks'].map(says)).to.deep.equal(
      Array(8).fill('refused'),
    );
  });

  it('says what became of a mark that was turned into a date', () => {
    const read = readMark({ kind: 'day', day: '2026-05-03' });
    expect(read.is === 'fault' && read.message).to.equal(
      'holds the date 3 May 2026 where a mark is expected: Excel turned something like 3/5 into a date. Type the mark again as a number.',
    );
  });
});

describe('readScale', () => {
  it('reads a top alone and both ends', () => {
    const ends = (words: string) => {
      const read = readScale(text(words));
      return read ? `${read.lowest}-${read.highest}` : String(read);
    };
    expect(['5', '0-5', '1 to 10', '0 bis 4', 'max. 10', '/20', '', 'high'].map(ends)).to.deep.equal([
      ...['0-5', '0-5', '1-10', '0-4', '0-10', '0-20', 'null', 'undefined'],
    ]);
    expect(scaleIn('Note sur 20')).to.deep.equal({ lowest: '0', highest: '20' });
    expect(scaleIn('Contract of 2026')).to.equal(null);
  });
});

describe('readHeading', () => {
  const says = (words: string): string => {
    const { role, label } = readHeading(words);
    return `${role ?? 'name'}${label === '' ? '' : `: ${label}`}`;
  };

  it('knows the columns in English, French, German, Welsh and Spanish', () => {
    const headings = {
      criterion: [
        'Criterion',
        'Question no.',
        'Critère',
        'Sous-critère',
        'Kriterium',
        'Maen prawf',
        'Pregunta',
      ],
      weight: ['Weight (%)', 'Pondération', 'Gewichtung in %', 'Pwysoliad', 'Peso'],
      scale: ['Max score', 'Out of', 'Note maximale', 'Höchstpunktzahl', 'Sgôr uchaf', 'Puntuación máxima'],
      bidder: ['Bidder name', 'Supplier', 'Soumissionnaire', 'Anbieter', 'Cynigydd', 'Licitador'],
      assessor: ['Assessor', 'Marked by', 'Évaluateur', 'Prüfer', 'Asesydd', 'Evaluadora'],
      mark: ['Score (0-5)', 'Mark / 5', 'Note sur 20', 'Punkte', 'Sgôr', 'Puntuación'],
      agreed: ['Consensus score', 'Note retenue', 'Konsens', 'Sgôr terfynol', 'Nota final'],
      reason: ['Reason for score', 'Commentaire', 'Begründung', 'Sylwadau', 'Justificación'],
      group: ['Section', 'Rubrique', 'Abschnitt', 'Adran', 'Apartado'],
      price: ['Total price', 'Prix', 'Angebotspreis', 'Costau', 'Precio'],
      total: ['Weighted score', 'Note pondérée', 'Gewichtete Punkte', 'Cyfanswm', 'Puntuación ponderada'],
      guidance: ['Scoring guidance', 'Hinweise', 'Canllawiau', 'Orientación'],
    };
    for (const [role, words] of Object.entries(headings))
      expect(words.map(says), role).to.deep.equal(words.map(() => role));
  });

  it('keeps the name beside a known word', () => {
    expect(
      [
        'Bidder A score',
        'Score - Bidder A',
        'Score (Acme)',
        'Begründung Anbieter B',
        'Bewertung Prüfer 1',
        'Acme weighted score',
      ].map(says),
    ).to.deep.equal([
      ...[
        'mark: Bidder A',
        'mark: Bidder A',
        'mark: Acme',
        'reason: Anbieter B',
        'mark: Prüfer 1',
        'total: Acme',
      ],
    ]);
    expect(readHeading('Agreed reason')).to.include({ role: 'reason', label: '', ofAgreed: true });
    expect(readHeading('Acme consensus comment')).to.include({
      role: 'reason',
      label: 'Acme',
      ofAgreed: true,
    });
    expect(['Bidder 2', 'Evaluator A', 'Acme Ltd'].map(says)).to.deep.equal([
      'bidder: Bidder 2',
      'assessor: Evaluator A',
      'name: Acme Ltd',
    ]);
  });
});

describe('saysTotal', () => {
  it('knows a row of totals from a question that begins so', () => {
    const words = [
      'Total',
      'TOTAL (100%)',
      'Sub-total',
      'Total for Quality',
      'Zwischensumme',
      'Moyenne',
      'Cyfanswm',
      'Suma',
      'Total weighted score',
    ];
    expect(words.filter((one) => !saysTotal(one, ['quality']))).to.deep.equal([]);
    const questions = [
      'Total cost of ownership',
      'Meaningful use',
      'Average waiting time shown',
      'Overall approach to safety',
    ];
    expect(questions.filter((one) => saysTotal(one, ['quality']))).to.deep.equal([]);
  });
});

describe('the headings listed in docs/spreadsheets.md', () => {
  it('are all known, in five languages', () => {
    const page = readFileSync(new URL('../../../docs/spreadsheets.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)` +\|(.+)\|$/gm)];
    expect(rows.map(([, role]) => role).sort()).to.deep.equal([...ROLES].sort());
    for (const [, role, cells = ''] of rows) {
      const languages = cells.split('|').map((cell) => cell.split(',').map((word) => word.trim()));
      expect(languages).to.have.length(5);
      for (const word of languages.flat()) expect(readHeading(word), word).to.include({ role, whole: true });
    }
  });
});
