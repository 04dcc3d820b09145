import type { Lint } from './lint.ts';
import type { Criterion, Level, Rubric, Scale } from './rubric.ts';
import { isAnchored } from './scale.ts';
import { listCriteria, listScored } from './walk-rubric.ts';

/** Words that praise without saying what would be seen. A second reader could not tell where they stop. */
const UNDEFINED_WORDS =
  /\b(good|better|best|excellent|outstanding|exceptional|robust|strong|weak|poor|adequate|acceptable|satisfactory|appropriate|suitable|high[- ]quality|world[- ]class|leading|innovative|modern|user[- ]friendly|seamless|comprehensive|state of the art|best practice)\b/iu;

type Anchored = { readonly levels: readonly Level[]; readonly path: string; readonly name: string };

const anchoredScales = (rubric: Rubric): readonly Anchored[] => {
  const anchored = (levels: Scale | undefined, path: string, name: string): readonly Anchored[] =>
    levels && isAnchored(levels) ? [{ levels, path, name }] : [];
  return [
    ...anchored(rubric.scale, '/scale', 'The scale'),
    ...anchored(rubric.levels, '/levels', 'The scale'),
    ...listScored(rubric).flatMap(({ criterion, pointer }) =>
      anchored(criterion.levels, `${pointer}/levels`, `'${criterion.title}'`),
    ),
  ];
};

/** Criteria have to be clear, measurable and specific (Procurement Act 2023 s.23(2)(b)): levels say what is seen. */
export const lintLevelWords = (rubric: Rubric): readonly Lint[] =>
  anchoredScales(rubric).flatMap(({ levels, path, name }) => {
    const bare = levels.filter((level) => !level.evidence?.trim());
    const praised = levels.flatMap((level) => UNDEFINED_WORDS.exec(level.evidence ?? '')?.[0] ?? []);
    if (bare.length === 0 && praised.length === 0) return [];
    const words = [...new Set(praised.map((word) => word.toLowerCase()))].map((word) => `'${word}'`);
    const observed = [
      ...(bare.length > 0
        ? [`${bare.length} of ${levels.length} levels do not say what has to be seen`]
        : []),
      ...(words.length > 0 ? [`levels use ${words.join(', ')} without saying what would show it`] : []),
    ];
    return [
      {
        id: 'rubric/level-evidence',
        level: 'look-again' as const,
        path,
        observation: `${name}: ${observed.join('; ')}.`,
        usualReason: 'This often has a good reason, such as wording taken from an older form.',
        question: 'What would two readers have to point at to give the same mark?',
        nextStep: 'Write for each level the document, trial, figure or event that shows it.',
      },
    ];
  });

export const lintLevelOrder = (rubric: Rubric): readonly Lint[] =>
  anchoredScales(rubric)
    .filter(({ levels }) =>
      levels.some((level, index) => index > 0 && level.score < (levels[index - 1]?.score ?? level.score)),
    )
    .map(({ path, name }) => ({
      id: 'rubric/level-order',
      level: 'info' as const,
      path,
      observation: `${name} does not list its levels from the lowest score up.`,
      usualReason: 'This often has a good reason, such as a form that starts with the best.',
      question: 'Will markers expect the first level to be the lowest?',
      nextStep: 'List the levels from the lowest score up.',
    }));

const textsOf = (criterion: Criterion): string => {
  const scored = criterion.kind === 'scored' ? criterion : undefined;
  const levels = scored?.levels && isAnchored(scored.levels) ? scored.levels : [];
  const gate = criterion.kind === 'gate' ? [criterion.question, criterion.passWhen] : [];
  return [
    criterion.title,
    scored?.question,
    ...gate,
    ...levels.flatMap(({ label, evidence }) => [label, evidence]),
  ]
    .filter((text) => text !== undefined)
    .join(' \n');
};

type WordLint = Omit<Lint, 'path' | 'observation'> & {
  readonly observe: (title: string, words: string) => string;
};

const lintWords = (
  rubric: Rubric,
  find: (text: string) => string | undefined,
  { observe, ...lint }: WordLint,
): readonly Lint[] =>
  listCriteria(rubric).flatMap(({ criterion, pointer }) => {
    const words = find(textsOf(criterion));
    return words === undefined
      ? []
      : [{ ...lint, path: pointer, observation: observe(criterion.title, words) }];
  });

const OWN_EXPERIENCE =
  /\b(nhs[- ]only|(?:previous|prior|past) (?:work|contracts?|experience) (?:for|with) (?:this|our|the) (?:trust|authority|organisation|council|department)|experience (?:of|with|in) (?:this|our) (?:trust|authority|organisation|council|department)|(?:nhs|trust) (?:experience|references?|history|track record) (?:is |are )?(?:required|essential|only)|(?:worked|contracted) (?:for|with) (?:us|this trust|our trust))\b/iu;

/** Past work may be asked for, but not for one particular authority (s.22(4)(a)). */
export const lintOwnExperience = (rubric: Rubric): readonly Lint[] =>
  lintWords(rubric, (text) => OWN_EXPERIENCE.exec(text)?.[0], {
    id: 'rubric/own-name-experience',
    level: 'explain',
    observe: (title, words) =>
      `'${title}' asks for past work with one authority or kind of authority: "${words}".`,
    usualReason: 'This often has a good reason, such as work that is hard to picture without having seen it.',
    question: 'What would a supplier have learned there that it could not have learned elsewhere?',
    nextStep: 'Ask for that, and accept work of a like size and kind anywhere.',
  });

const CERTIFICATE =
  /\b(iso(?:\/iec)? ?\d{4,5}|bs ?\d{4,5}|cyber essentials(?: plus)?|soc ?2|itil|prince2|pci[- ]dss|togaf|cmmi)\b/iu;
const EQUIVALENT = /\bequivalents?\b/iu;

/** A named certificate has to allow its equivalents (s.22(4)(c)). */
export const lintCertificates = (rubric: Rubric): readonly Lint[] =>
  lintWords(rubric, (text) => (EQUIVALENT.test(text) ? undefined : CERTIFICATE.exec(text)?.[0]), {
    id: 'rubric/certificate-equivalent',
    level: 'look-again',
    observe: (title, words) => `'${title}' names ${words} and does not say "or equivalent".`,
    usualReason: 'This often has a good reason, such as a certificate that most suppliers hold.',
    question: 'What does the certificate show that could be shown in another way?',
    nextStep: 'Add "or equivalent", and say what an equivalent has to show.',
  });
