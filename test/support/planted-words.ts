import { resultOfDecision } from '../../src/core/decision/outcome/result-of-decision.ts';
import { tellAll } from './given-when-then.ts';
import { MARKS, MONEY, OPTIONS, PHASES, PRICES } from './planted-decision.ts';
import type { Phase, Reader } from './planted-decision.ts';

/** A thing that has to wait, how it may be written, and who sees it from which phase on. */
export type Planted = {
  readonly name: string;
  readonly forms: readonly string[];
  readonly seen: (reader: Reader, phase: Phase) => boolean;
};

const ORDER = Object.keys(PHASES) as readonly Phase[];
const from = (phase: Phase, first: Phase): boolean => ORDER.indexOf(phase) >= ORDER.indexOf(first);
const word = (name: string, seen: Planted['seen'], ...more: readonly string[]): Planted => ({
  name,
  forms: [name, ...more],
  seen,
});

/** '6123457', '61234.57' in a field, '61,234.57' on a page. */
const penceForms = (pence: number): readonly string[] => {
  const pounds = `${Math.floor(pence / 100)}`;
  const odd = String(pence % 100).padStart(2, '0');
  return [String(pence), `${pounds}.${odd}`, `${pounds.replace(/\B(?=(\d{3})+$)/g, ',')}.${odd}`];
};

const OFFICE: readonly Reader[] = ['lead', 'cora', 'abel', 'ada'];
const ALL_BUT_TRIAL: readonly Reader[] = [...OFFICE, 'pia', 'paul'];
const CLEAR: readonly Reader[] = [...ALL_BUT_TRIAL, 'fay'];

const bid = (name: string, first: Phase = 'drafts'): Planted =>
  word(name, (reader, phase) => CLEAR.includes(reader) && from(phase, first));

/** A criterion is revealed when the last of the panel has sealed; one's own marks are there from the seal on. */
const mark = (name: string, owner: string, own: Phase): Planted =>
  word(name, (reader, phase) =>
    reader === owner ? from(phase, own) : ALL_BUT_TRIAL.includes(reader) && from(phase, 'all'),
  );

const markWords = (): readonly Planted[] =>
  Object.entries(MARKS).flatMap(([key, scores]) => {
    const [who = '', criterion = ''] = key.split(' ');
    const own = key === 'pia fit' ? 'some' : 'all';
    return scores.flatMap((score, index) => [
      mark(score, who, own),
      mark(`planted-reason-${who}-${criterion}-${index}`, who, own),
    ]);
  });

/** Quality and total of each option as pages print them: what can be worked back to a mark or a price. */
const resultWords = (): readonly Planted[] => {
  const result = resultOfDecision(tellAll(PHASES.priced).state);
  const seen: Planted['seen'] = (reader, phase) => ALL_BUT_TRIAL.includes(reader) && from(phase, 'priced');
  return result.options.flatMap((option) =>
    [option.total, option.quality].flatMap((value, index) =>
      value === null
        ? []
        : [
            {
              name: `${option.id} ${index ? 'quality' : 'total'}`,
              forms: [value.toFixed(2), String(value)],
              seen,
            },
          ],
    ),
  );
};

export const PLANTED: readonly Planted[] = [
  ...['title-1', 'title-2', 'summary-1', 'summary-2', 'supplier-1', 'supplier-2'].map((one) =>
    bid(`planted-${one}`),
  ),
  ...['evidence-0', 'evidence-1', 'evidence-2'].map((one) => bid(`planted-${one}`)),
  ...['grounds', 'outcome-summary', 'risk', 'answer'].map((one) => bid(`planted-${one}`, 'decided')),
  ...markWords(),
  ...['60.505', 'planted-new-reason', 'planted-why-changed'].map((one) => mark(one, 'paul', 'all')),
  ...['74.606', 'planted-consensus'].map((one) => mark(one, 'nobody', 'all')),
  ...OPTIONS.map((_option, index) =>
    word(
      `planted-line-${index}`,
      (reader, phase) => reader === 'cora' || (ALL_BUT_TRIAL.includes(reader) && from(phase, 'priced')),
      ...penceForms(PRICES[index] ?? 0),
    ),
  ),
  {
    name: 'money',
    forms: penceForms(MONEY),
    seen: (reader, phase) =>
      OFFICE.includes(reader) || (ALL_BUT_TRIAL.includes(reader) && from(phase, 'priced')),
  },
  word('planted-interest', (reader) => ['lead', 'abel', 'ada', 'pia'].includes(reader)),
  word('planted-managed', (reader) => ['lead', 'abel', 'ada'].includes(reader)),
  word(
    'planted-dissent',
    (reader, phase) => ALL_BUT_TRIAL.includes(reader) && reader !== 'cora' && from(phase, 'all'),
  ),
  ...['said', 'voice-name', 'voice-role', 'voice-team'].map((one) =>
    word(`planted-${one}`, (reader) => ALL_BUT_TRIAL.includes(reader)),
  ),
  word('planted-draft', (reader, phase) => reader === 'pia' && !from(phase, 'all'), '12.321'),
  ...resultWords(),
];

/** What may leave the room in the shareable edition: what staff said, the winner's title, and nothing else planted. */
export const SHAREABLE: readonly string[] = ['planted-said', 'planted-title-1'];

export const foundIn = (text: string): readonly string[] =>
  PLANTED.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);

/** The winner's title is in the recommendation's own words, which everybody on the decision reads. */
export const expectedFor = (reader: Reader, phase: Phase): readonly string[] =>
  PLANTED.filter(
    ({ name, seen }) => seen(reader, phase) || (name === 'planted-title-1' && from(phase, 'decided')),
  ).map(({ name }) => name);
