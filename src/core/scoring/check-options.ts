import type { Fault } from '../errors.ts';
import { checkCostTerms } from '../money/cost-terms.ts';
import type { GateCriterion } from '../rubric/rubric.ts';
import type { Case, CaseOption, GateAnswer } from './case.ts';

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
      ...checkCosts(option, path),
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

const checkCosts = (option: CaseOption, path: string): readonly Fault[] => [
  ...(option.costs ?? []).flatMap((line, index) => checkCostTerms(line, `${path}/costs/${index}`)),
  ...(option.residualPence !== undefined && option.lifeYears === undefined
    ? [
        {
          path: `${path}/residualPence`,
          message:
            "What is left over falls at the end of the option's life, so it needs 'lifeYears': how many years that is.",
        },
      ]
    : []),
];
