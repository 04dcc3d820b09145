import type { Fault } from '../errors.ts';
import type { GateCriterion } from '../rubric/rubric.ts';
import type { Case, CaseOption, GateAnswer } from './case.ts';

/** The furthest year a cost may fall in; present values stay exact, and this keeps them small enough to be quick. */
export const LAST_YEAR = 1000;

/** Faults in what the options say of themselves: ids, gate answers, cost lines. */
export const checkOptions = (given: Case, gates: readonly GateCriterion[]): readonly Fault[] => {
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const seen = new Set<string>();
  return given.options.flatMap((option, index) => {
    const path = `/options/${index}`;
    const repeated = seen.has(option.id);
    seen.add(option.id);
    return [
      ...(repeated
        ? [
            {
              path: `${path}/id`,
              message: `Another option has the id '${option.id}'; give each option its own.`,
            },
          ]
        : []),
      ...Object.entries(option.gates ?? {}).flatMap(([id, answer]) =>
        checkAnswer(byId.get(id), id, answer, `${path}/gates/${id}`),
      ),
      ...checkCosts(option, `${path}/costs`),
    ];
  });
};

const checkAnswer = (
  gate: GateCriterion | undefined,
  id: string,
  answer: GateAnswer,
  path: string,
): readonly Fault[] => {
  if (!gate) return [{ path, message: `The rubric has no gate '${id}'.` }];
  if (answer.met === 'notApplicable' && !answer.reason) {
    return [{ path: `${path}/reason`, message: `Say why '${gate.title}' does not apply.` }];
  }
  if (answer.met !== 'later') return [];
  const missing = (['by', 'owner'] as const).filter((key) => !answer[key]);
  return [
    ...missing.map((key) => ({
      path: `${path}/${key}`,
      message: `'${gate.title}' is to be met later, so it needs '${key}': ${key === 'by' ? 'the day by which' : 'who sees to it'}.`,
    })),
    ...(gate.laterAllowed === false
      ? [{ path: `${path}/met`, message: `The documents do not let '${gate.title}' be met later.` }]
      : []),
  ];
};

const checkCosts = (option: CaseOption, path: string): readonly Fault[] =>
  (option.costs ?? []).flatMap((line, index) => {
    const { year } = line;
    return [
      ...(Number.isSafeInteger(line.pence)
        ? []
        : [{ path: `${path}/${index}/pence`, message: 'A cost must be a whole number of pence.' }]),
      ...(Number.isInteger(year) && year >= 0 && year <= LAST_YEAR
        ? []
        : [
            {
              path: `${path}/${index}/year`,
              message: `A year must be a whole number from 0 to ${LAST_YEAR}.`,
            },
          ]),
    ];
  });
