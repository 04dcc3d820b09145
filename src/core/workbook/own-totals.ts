import { roundHalfUp } from '../exact/decimal.ts';
import { divide, sum, whole } from '../exact/rational.ts';
import type { Rational } from '../exact/rational.ts';
import { criterionKey } from './collect-marks.ts';
import { cellName } from './cell-name.ts';
import { exactOf } from './exact-cell.ts';
import { placeIn } from './fault.ts';
import type { MappedWorkbook } from './map-workbook.ts';
import type { NamedSheet } from './naming.ts';
import type { PlacedMark } from './place-marks.ts';
import { cellText } from './plain-words.ts';
import { readNumber } from './read-number.ts';
import { agrees, FORMULAS } from './total-formulas.ts';
import type { Formula, Term } from './total-formulas.ts';

/** A total of the sheet beside the exact one. */
export type ComparedTotal = { readonly place: string; readonly written: string; readonly exact: string };

export type OwnTotals = {
  /** 'Row 15 (Total)' or 'Column G (Weighted score)'. */
  readonly where: string;
  readonly formula: string | null;
  readonly compared: number;
  readonly differing: readonly ComparedTotal[];
};

type Figure = {
  readonly place: string;
  readonly written: string;
  readonly scopes: readonly (readonly Term[])[];
};

/** Each row and column of totals in the workbook, compared with the exact figures. */
export const compareOwnTotals = (mapped: Pick<MappedWorkbook, 'naming' | 'source'>): readonly OwnTotals[] => {
  const { naming, source } = mapped;
  const several = naming.sheets.length > 1;
  const drafts = new Map(source.drafts.map((draft) => [draft.key, draft]));
  const termOf = ({ entry, number }: PlacedMark): Term => {
    const draft = drafts.get(criterionKey(entry.data));
    return {
      mark: exactOf(number),
      weight: source.weighed.written.get(criterionKey(entry.data)) ?? whole(0),
      low: whole(Math.trunc(draft?.scale.lowest ?? 0)),
      top: exactOf(String(draft?.scale.highest ?? 1)),
    };
  };
  const marksIn = (named: NamedSheet): readonly PlacedMark[] =>
    source.marks.filter(({ entry }) => entry.place.named === named);
  return naming.sheets.flatMap((named, index) => {
    const marks = marksIn(named);
    const byRow = new Map<number, PlacedMark[]>();
    for (const mark of marks) {
      const { row } = mark.entry.place;
      byRow.set(row, [...(byRow.get(row) ?? []), mark]);
    }
    const totalRows = (source.listed[index]?.leftOut ?? [])
      .filter(({ why }) => why === 'total')
      .map(({ row }) => row);
    const prefix = several ? `${named.sheet.name}: ` : '';
    const rows = totalRows.map((row) => {
      const before = totalRows.filter((other) => other < row).at(-1) ?? named.headingRow;
      const figures = figuresOf(named, row, (column) => {
        const inColumn = marks.filter(({ entry }) => entry.place.column === column && entry.place.row < row);
        return [inColumn, inColumn.filter(({ entry }) => entry.place.row > before)].map((part) =>
          part.map(termOf),
        );
      });
      const text = named.sheet.rows[row]?.map(cellText).find((one) => one !== '') ?? '';
      return compareFigures(`${prefix}Row ${row + 1} (${text.slice(0, 40)})`, figures);
    });
    const columns = [...named.columns].flatMap(([at, column]) => {
      if (column.role !== 'total') return [];
      const figures = named.sheet.rows.flatMap((cells, row): readonly Figure[] => {
        const text = cellText(cells[at]);
        const written = readNumber(text, 'mark');
        if (row <= named.headingRow || written.is !== 'number' || totalRows.includes(row)) return [];
        const mine = (byRow.get(row) ?? []).filter(
          ({ entry }) => column.bidder === undefined || entry.bidder === column.bidder,
        );
        const parts = [mine.filter(({ entry }) => entry.agreed), mine.filter(({ entry }) => !entry.agreed)];
        const scopes = parts.filter((part) => part.length > 0).map((part) => [meanOf(part.map(termOf))]);
        const summed = parts.filter((part) => part.length > 1).map((part) => part.map(termOf));
        const place = placeIn({ named, row, column: at }, several);
        return [{ place, written: written.number, scopes: [...scopes, ...summed] }];
      });
      return [
        compareFigures(
          `${prefix}Column ${cellName(0, at).slice(0, -1)} (${named.headings[at]?.own.slice(0, 40) ?? ''})`,
          figures,
        ),
      ];
    });
    return [...rows, ...columns].flatMap((one) => one ?? []);
  });
};

/** The marks of one cell by several people as the one mark that they make together. */
const meanOf = (terms: readonly Term[]): Term => {
  const [first] = terms;
  const mark = divide(sum(terms.map((one) => one.mark)), whole(terms.length));
  return first ? { ...first, mark } : { mark, weight: whole(0), low: whole(0), top: whole(1) };
};

const figuresOf = (
  named: NamedSheet,
  row: number,
  scopesOf: (column: number) => readonly (readonly Term[])[],
): readonly Figure[] =>
  [...named.columns].flatMap(([column, { role }]) => {
    const written = readNumber(cellText(named.sheet.rows[row]?.[column]), 'mark');
    if ((role !== 'mark' && role !== 'agreed') || written.is !== 'number') return [];
    return [{ place: cellName(row, column), written: written.number, scopes: scopesOf(column) }];
  });

/** The formula that most of the figures agree with, and those that do not; null where there is nothing to compare. */
const compareFigures = (where: string, figures: readonly Figure[]): OwnTotals | null => {
  const usable = figures.filter(({ scopes }) => scopes.some((scope) => scope.length > 0));
  if (usable.length === 0) return null;
  const ways = FORMULAS.flatMap((formula) => [0, 1].map((scope) => ({ formula, scope })));
  const agreeing = ways.map(
    (way) => usable.filter((figure) => agreesBy(figure, way.formula, way.scope)).length,
  );
  const most = Math.max(...agreeing);
  const way = ways[agreeing.indexOf(most)];
  // One figure out of several that happens to fit says nothing of how the others were made.
  if (!way || most === 0 || most * 2 < usable.length)
    return { where, formula: null, compared: usable.length, differing: [] };
  return {
    where,
    formula: way.formula.words,
    compared: usable.length,
    differing: usable
      .filter((figure) => !agreesBy(figure, way.formula, way.scope))
      .map((figure) => ({
        place: figure.place,
        written: figure.written,
        exact: shown(exactBy(figure, way.formula, way.scope)),
      })),
  };
};

const exactBy = ({ scopes }: Figure, { of }: Formula, scope: number): Rational | null => {
  const terms = scopes[scope] ?? scopes[0] ?? [];
  return terms.length === 0 ? null : of(terms);
};

const agreesBy = (figure: Figure, formula: Formula, scope: number): boolean => {
  const exact = exactBy(figure, formula, scope);
  return exact !== null && agrees(figure.written, exact);
};

const shown = (value: Rational | null): string => {
  if (value === null) return 'nothing';
  const units = roundHalfUp(value, 4);
  const text = String(units < 0n ? -units : units).padStart(5, '0');
  const part = text.slice(-4).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${text.slice(0, -4)}${part === '' ? '' : `.${part}`}`;
};
