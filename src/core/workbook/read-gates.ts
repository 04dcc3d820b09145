import type { GateCriterion } from '../rubric/rubric.ts';
import type { GateAnswer } from '../scoring/case.ts';
import { bidderAt, criterionKey, reasonFor, sameName } from './collect-marks.ts';
import type { CellFault, Place } from './fault.ts';
import { faultAt, placeIn } from './fault.ts';
import type { DataRow } from './list-rows.ts';
import { columnOf } from './list-rows.ts';
import type { Naming } from './naming.ts';
import { answerOf, saysGate } from './gate-words.ts';
import { cellText, freeId, slugOf } from './plain-words.ts';
import { readMark } from './read-mark.ts';
import { fewOf } from './understood.ts';

type Cell = { readonly text: string; readonly column: number };

const markCells = ({ named, row }: DataRow): readonly Cell[] =>
  [...named.columns].flatMap(([column, { role }]) =>
    role === 'mark' || role === 'agreed' ? [{ text: cellText(named.sheet.rows[row]?.[column]), column }] : [],
  );

/** Rows of questions that pass or fail, apart from those that are marked: they carry no weight and no mark. */
export const splitGates = (
  rows: readonly DataRow[],
): { readonly gates: readonly DataRow[]; readonly marked: readonly DataRow[] } => {
  const isGate = new Map<string, boolean>();
  const answered = new Set<string>();
  for (const data of rows) {
    const key = criterionKey(data);
    const column = columnOf(data.named, 'weight');
    const weight = column === undefined ? '' : cellText(data.named.sheet.rows[data.row]?.[column]);
    const says = saysGate(weight);
    const fits = says || ['', '0', '-', '–', 'n/a'].includes(weight.toLowerCase());
    const cells = markCells(data).filter(
      ({ text, column: at }) => readMark(data.named.sheet.rows[data.row]?.[at]).is !== 'none' && text !== '',
    );
    const all = cells.every(({ text }) => answerOf(text) !== undefined);
    if (says || cells.some(({ text }) => answerOf(text) !== undefined)) answered.add(key);
    isGate.set(key, (isGate.get(key) ?? true) && fits && all);
  }
  const gate = (data: DataRow): boolean => {
    const key = criterionKey(data);
    return data.criterion !== '' && answered.has(key) && isGate.get(key) === true;
  };
  return { gates: rows.filter(gate), marked: rows.filter((data) => !gate(data)) };
};

export type ReadGates = {
  readonly criteria: readonly GateCriterion[];
  /** By bidder's name, then by gate. */
  readonly answers: ReadonlyMap<string, Readonly<Record<string, GateAnswer>>>;
  readonly bidders: readonly string[];
  readonly faults: readonly CellFault[];
  readonly said: readonly string[];
};

/** Each gate with every bidder's answer; people who disagree on one are told where. */
export const readGates = (naming: Naming, rows: readonly DataRow[], taken: readonly string[]): ReadGates => {
  const criteria = new Map<string, GateCriterion>();
  const answers = new Map<string, Record<string, GateAnswer>>();
  const places = new Map<string, Place>();
  const bidders: string[] = [];
  const faults: CellFault[] = [];
  const ids = new Set(taken);
  for (const data of rows) {
    const gate = criteria.get(criterionKey(data)) ?? draftGate(data, ids);
    criteria.set(criterionKey(data), gate);
    const cells = data.named.sheet.rows[data.row] ?? [];
    const all = markCells(data);
    for (const { text, column } of all) {
      const met = answerOf(text);
      const bidder = bidderAt(naming, data, column);
      if (met === undefined || bidder === '') continue;
      const place = { named: data.named, row: data.row, column };
      const given = answers.get(sameName(bidder)) ?? {};
      const before = given[gate.id];
      if (before && before.met !== met) {
        const first = places.get(`${sameName(bidder)}\n${gate.id}`) ?? place;
        faults.push(
          faultAt(
            place,
            `says '${text}' where ${placeIn(first, naming.sheets.length > 1)} says otherwise for ${bidder} on '${data.criterion}'. Make them agree.`,
          ),
        );
      } else if (!before) {
        const own = data.named.columns.get(column) ?? { role: 'mark' as const };
        const evidence = reasonFor(data.named.columns, own, all.length, (at) => cellText(cells[at]));
        answers.set(sameName(bidder), {
          ...given,
          [gate.id]: { met, ...(evidence === '' ? {} : { evidence }) },
        });
        places.set(`${sameName(bidder)}\n${gate.id}`, place);
        bidders.push(bidder);
      }
    }
  }
  const titles = [...criteria.values()].map(({ title }) => title);
  return {
    criteria: [...criteria.values()],
    answers,
    bidders,
    faults,
    said:
      titles.length === 0
        ? []
        : [
            `${titles.length === 1 ? 'One question passes or fails' : `${titles.length} questions pass or fail`} and ${titles.length === 1 ? 'carries' : 'carry'} no weight: ${fewOf(titles)}.`,
          ],
  };
};

const draftGate = ({ criterion }: DataRow, ids: Set<string>): GateCriterion => {
  const id = freeId(slugOf(criterion) || 'gate', ids);
  const title = criterion.length <= 160 ? criterion : `${criterion.slice(0, 157)}...`;
  return { id, title, kind: 'gate', ...(title === criterion ? {} : { question: criterion }) };
};
