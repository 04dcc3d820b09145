import { encodeDecimals } from '../core/decision/model/decimals.ts';
import type {
  ConsensusState,
  DecisionState,
  GateState,
  MarkState,
  OptionState,
  Person,
} from '../core/decision/model/state.ts';
import { emptyState } from '../core/decision/model/state.ts';
import type { Case, CaseOption, Consensus, GateAnswer, Mark } from '../core/scoring/case.ts';
import { listPayments } from '../core/scoring/option-cost.ts';
import { digestJson } from '../ledger/digest.ts';

/**
 * A case file as the sections read it: the same facts without acts, people or times. Every instant is '', and no
 * section that prints one is part of a case report.
 */
export const stateOfCase = (given: Case): DecisionState => ({
  ...emptyState(''),
  purpose: given.settings?.purpose ?? 'appraisal',
  title: given.title,
  people: Object.fromEntries(
    [...new Set(given.marks.map((mark) => mark.assessor))].map((id) => [id, toPerson(id)]),
  ),
  ...(given.need === undefined
    ? {}
    : { need: { problem: given.need, affected: null, measure: null, revision: 1, statedAt: '' } }),
  rubric: {
    rubric: given.rubric,
    hash: digestJson(encodeDecimals(given.rubric)),
    steps: [],
    tenderDeadline: null,
  },
  options: Object.fromEntries(given.options.map((option) => [option.id, toOption(option)])),
  gates: Object.fromEntries(given.options.map((option) => [option.id, toGates(option)])),
  marks: byCell(given.marks, (marks) =>
    Object.fromEntries(marks.map((mark) => [mark.assessor, toMark(mark)])),
  ),
  consensus: byCell(given.consensus ?? [], ([one]) => toConsensus(one)),
  costs: Object.fromEntries(
    given.options.flatMap((option) =>
      option.costs ? [[option.id, { lines: listPayments(option), recordedAt: '', revisions: 1 }]] : [],
    ),
  ),
});

type Located = { readonly criterion: string; readonly option: string };

/** By criterion, then option. Ids may be words like 'constructor', so plain objects are made only at the end. */
const byCell = <Given extends Located, Made>(
  all: readonly Given[],
  make: (found: readonly [Given, ...Given[]]) => Made,
): Readonly<Record<string, Readonly<Record<string, Made>>>> => {
  const criteria = new Map<string, Map<string, [Given, ...Given[]]>>();
  for (const one of all) {
    const options = criteria.get(one.criterion) ?? new Map<string, [Given, ...Given[]]>();
    criteria.set(one.criterion, options);
    const found = options.get(one.option);
    if (found) found.push(one);
    else options.set(one.option, [one]);
  }
  const made = [...criteria].map(
    ([criterion, options]) =>
      [criterion, Object.fromEntries([...options].map(([id, found]) => [id, make(found)]))] as const,
  );
  return Object.fromEntries(made);
};

const toMark = (mark: Mark): MarkState => ({
  assessor: mark.assessor,
  group: mark.group ?? 'panel',
  score: String(mark.score),
  reason: mark.reason ?? '',
  firstScore: String(mark.score),
  firstReason: mark.reason ?? '',
  sealedAt: '',
  changes: [],
});

const toPerson = (id: string): Person => ({ id, roles: ['panel'], name: id, job: null, namedAt: '' });

const toOption = ({ id, title, kind, incumbent }: CaseOption): OptionState => ({
  id,
  title,
  kind,
  incumbent: incumbent ?? false,
  supplier: null,
  summary: null,
  addedAt: '',
});

const toGates = ({ gates }: CaseOption): Readonly<Record<string, GateState>> =>
  Object.fromEntries(Object.entries(gates ?? {}).map(([gate, answer]) => [gate, toGate(answer)]));

const toGate = ({ met, evidence, reason, by, owner }: GateAnswer): GateState => ({
  answer: met === true ? 'met' : met === false ? 'notMet' : met,
  evidence: evidence ?? reason ?? '',
  by: by ?? null,
  owner: owner ?? null,
  at: '',
});

const toConsensus = ({ score, reason }: Consensus): ConsensusState => ({
  score: String(score),
  reason: reason ?? '',
  at: '',
});
