/**
 * Are the costs of the options about the same things? The question: does one option look cheaper because a line is
 * missing, or because it costs less?
 *
 * Observed: lines that some options have and others lack (names compared without regard to case and spaces), years that
 * differ, options without a line that names leaving, setting up, training or support, payments after the end of a
 * stated life, and prices that rise in some options only. Each is a question to the team. Nothing is added, guessed or changed.
 * Limits: it reads names of lines, so the same thing under two names looks like two things.
 * Example: a costs 'Licence' and 'Training', b costs ' licence ': 'training' is costed for a alone.
 */
export type CostedOption = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly years: readonly number[] }[];
  readonly lifeYears: number | null;
  /** Some line of it rises or falls from year to year by a stated rate. */
  readonly escalates: boolean;
};

export type CostQuestion = {
  readonly id:
    'line-not-everywhere' | 'years-differ' | 'purpose-not-named' | 'paid-after-life' | 'escalation-differs';
  /** The options that the observation is about. */
  readonly options: readonly string[];
  readonly observation: string;
  readonly usualReason: string;
  readonly question: string;
};

export const checkCostCompleteness = (given: readonly CostedOption[]): readonly CostQuestion[] => {
  const known = new Map<string, string>();
  const plain = (name: string): string => {
    const found = known.get(name) ?? plainName(name);
    known.set(name, found);
    return found;
  };
  const options = given.map((option) => ({
    ...option,
    lines: option.lines.map(({ name, years }) => ({ name: plain(name), years })),
  }));
  return [
    ...(options.length > 1 ? [...linesNotEverywhere(options), ...yearsThatDiffer(options)] : []),
    ...purposesNotNamed(options),
    ...paidAfterLife(options),
    ...escalationThatDiffers(options),
  ];
};

const plainName = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

const idsOf = (options: readonly CostedOption[]): readonly string[] => options.map(({ id }) => id);

const MOST_NAMED = 4;

const names = (words: readonly string[]): string => {
  const named = words.slice(0, MOST_NAMED);
  const rest = words.length - named.length;
  const all = rest > 0 ? [...named, `${rest} ${rest === 1 ? 'other' : 'others'}`] : named;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
};

const titles = (options: readonly CostedOption[]): string => names(options.map(({ title }) => title));

const linesNotEverywhere = (options: readonly CostedOption[]): readonly CostQuestion[] => {
  const holders = new Map<string, CostedOption[]>();
  for (const option of options) {
    for (const name of new Set(option.lines.map((line) => line.name))) {
      const found = holders.get(name);
      if (found) found.push(option);
      else holders.set(name, [option]);
    }
  }
  const usualReason = 'The same cost may stand under another name, or fall to one option only.';
  const some = [...holders].filter(([, having]) => having.length > 1 && having.length < options.length);
  const own = options.flatMap((option) => {
    const lines = [...holders].flatMap(([name, having]) =>
      having.length === 1 && having[0] === option ? [`'${name}'`] : [],
    );
    return lines.length > 0 ? [{ option, lines }] : [];
  });
  return [
    ...some.map(([name, having]): CostQuestion => {
      const havingIt = new Set(having);
      const lacking = options.filter((option) => !havingIt.has(option));
      return {
        id: 'line-not-everywhere',
        options: idsOf(lacking),
        observation: `'${name}' is costed for ${having.length} of ${options.length} options, and not for ${titles(lacking)}.`,
        usualReason,
        question: `What does '${name}' cost with ${titles(lacking)}, and if nothing, why?`,
      };
    }),
    ...own.map(({ option, lines }): CostQuestion => ({
      id: 'line-not-everywhere',
      options: [option.id],
      observation: `Of ${options.length} options only ${option.title} has a cost line for ${names(lines)}.`,
      usualReason,
      question: `Do the others meet ${lines.length === 1 ? 'that cost' : 'those costs'} too, under another name or not at all?`,
    })),
  ];
};

const spanOf = ({ lines }: CostedOption): readonly [number, number] => {
  const years = lines.flatMap((line) => line.years);
  const ends = (pick: (a: number, b: number) => number): number => years.reduce(pick, years[0] ?? 0);
  return [ends((a, b) => Math.min(a, b)), ends((a, b) => Math.max(a, b))];
};

const yearsThatDiffer = (options: readonly CostedOption[]): readonly CostQuestion[] => {
  const byLast = new Map<number, CostedOption[]>();
  for (const option of options) {
    const [, last] = spanOf(option);
    byLast.set(last, [...(byLast.get(last) ?? []), option]);
  }
  if (byLast.size < 2) return [];
  const groups = [...byLast].sort(([a], [b]) => a - b);
  return [
    {
      id: 'years-differ',
      options: idsOf(groups.slice(0, -1).flatMap(([, group]) => group)),
      observation: `The last year with a cost differs: ${groups.map(([last, group]) => `year ${last} for ${titles(group)}`).join('; ')}.`,
      usualReason: 'Contracts may run for different terms.',
      question: 'Are the costs of all options given for the same years of need?',
    },
  ];
};

const PURPOSES: readonly { readonly name: string; readonly words: RegExp }[] = [
  {
    name: 'leaving (exit, migration, decommissioning)',
    words: /exit|leav|migrat|decommission|transition out/,
  },
  {
    name: 'setting up (implementation, migration)',
    words: /implement|set[- ]?up|setting up|deploy|install|configur|migrat/,
  },
  { name: 'training', words: /train|learning|onboard/ },
  { name: 'support', words: /support|help ?desk|service desk|maint/ },
];

const purposesNotNamed = (options: readonly CostedOption[]): readonly CostQuestion[] =>
  PURPOSES.flatMap(({ name, words }) => {
    const naming = new Set(
      [...new Set(options.flatMap(({ lines }) => lines.map((line) => line.name)))].filter((line) =>
        words.test(line),
      ),
    );
    const lacking = options.filter(({ lines }) => !lines.some((line) => naming.has(line.name)));
    if (lacking.length === 0) return [];
    return [
      {
        id: 'purpose-not-named',
        options: idsOf(lacking),
        observation: `${lacking.length} of ${options.length} costed options ${lacking.length === 1 ? 'has' : 'have'} no cost line that names ${name}: ${titles(lacking)}.`,
        usualReason: 'It may be part of another line, or there may be none of it.',
        question: `Where is ${name} paid for, and if it costs nothing, why?`,
      },
    ];
  });

const paidAfterLife = (options: readonly CostedOption[]): readonly CostQuestion[] =>
  options.flatMap((option) => {
    const [, last] = spanOf(option);
    if (option.lifeYears === null || last <= option.lifeYears) return [];
    return [
      {
        id: 'paid-after-life',
        options: [option.id],
        observation: `${option.title} has costs up to year ${last} and a stated life of ${option.lifeYears} ${option.lifeYears === 1 ? 'year' : 'years'}.`,
        usualReason: 'The cost of leaving may fall after the last year of use.',
        question: 'Is the stated life the number of years for which these costs are paid?',
      },
    ];
  });

const escalationThatDiffers = (options: readonly CostedOption[]): readonly CostQuestion[] => {
  const rising = options.filter(({ escalates }) => escalates);
  if (rising.length === 0 || rising.length === options.length) return [];
  return [
    {
      id: 'escalation-differs',
      options: idsOf(rising),
      observation: `Prices change from year to year in ${rising.length} of ${options.length} costed options: ${titles(rising)}.`,
      usualReason: 'Some contracts are indexed and others fixed.',
      question:
        'Are all costs in the same kind of prices as the discount rate: all without inflation, or all with it?',
    },
  ];
};
