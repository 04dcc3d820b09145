import type { Person } from './e2e-person.ts';
import type { Stage } from './e2e-stage.ts';

/** The words of the award that the browser test takes from need to PDF. */
export const TITLE = 'Bladder scanner for the night team';
export const FIRST = 'Scan-U handheld';
export const SECOND = 'VesiView trolley';
export const TODAY_WAY = 'Go on borrowing from day surgery';
export const FIT = 'Does it do the job?';
export const EASE = 'Can people use it?';

/** Calendar days from today, as a date field takes them. */
export const day = (fromToday: number): string =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

const PEOPLE = [
  ['Cleo Marsh', 'Buyer', 'Commercial: enters costs, marks nothing'],
  ['Abel Stone', 'Director of nursing', 'Approver: approves, returns or declines'],
  ['Pia Novak', 'Matron', 'Panel: marks, blind'],
  ['Paul Reed', 'Charge nurse', 'Panel: marks, blind'],
  ['Priya Shah', 'Continence nurse', 'Panel: marks, blind'],
] as const;

type Everybody = [Person, Person, Person, Person, Person];

/** The lead names each on the people page and passes the link on that is shown once; each opens their own. */
export const bringEverybodyIn = async (stage: Stage, lead: Person): Promise<Everybody> => {
  const arrived: Person[] = [];
  for (const [name, job, role] of PEOPLE) {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
    await lead.fills({ Name: name, Job: job, 'Work email address': email });
    await lead.chooses(role);
    await lead.presses('Name and make a link');
    arrived.push(await stage.arriveByLink(name, await lead.reads('Personal link')));
    await lead.presses('Back to people');
  }
  return arrived as Everybody;
};

export const declareNoInterest = async (person: Person): Promise<void> => {
  await person.presses('Declare interests');
  await person.chooses('No');
  await person.presses('Declare');
  await person.sees('There is no link');
};

/** What a member of staff says by link or poster; gives the receipt code. */
export const say = async (nurse: Person, words: string): Promise<string> => {
  await nurse.chooses('What the work needs');
  await nurse.fills({
    'Your words': words,
    'Your name': 'Nell Carter',
    'Your role': 'Staff nurse',
    'Your team or ward': 'Ward 7 nights',
  });
  await nurse.presses('Send');
  return /[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/.exec(await nurse.text())?.[0] ?? '';
};

export const addOption = async (
  lead: Person,
  kind: string,
  title: string,
  supplier: string,
): Promise<void> => {
  await lead.chooses(kind);
  await lead.fills({ Title: title, 'Who offers it': supplier, 'What it is': `${title}, as offered.` });
  if (supplier === '') await lead.chooses('This supplier or arrangement is in place today');
  await lead.presses('Add');
};

export const enterCosts = async (
  buyer: Person,
  title: string,
  lines: readonly (readonly [string, string, string])[],
): Promise<void> => {
  const table = await buyer.within(`Cost lines of ${title}`);
  for (const [index, [line, year, amount]] of lines.entries()) {
    const row = `row ${index + 1}`;
    await buyer.fills(
      {
        [`What is paid for, ${row}`]: line,
        [`Year, ${row}`]: year,
        [`Amount in pounds, ${row}`]: amount,
      },
      table,
    );
  }
  await buyer.presses(`Save the costs of ${title}`);
};

const REASON_FIELD = 'Why? Point at what was offered or seen.';

type Scores = readonly string[];

/** By criterion, what each of the three assessors gives the three options. */
export const MARKS: Readonly<Record<string, readonly [Scores, Scores, Scores]>> = {
  [FIT]: [
    ['4', '3', '1'],
    ['2', '3', '1'],
    ['4', '3', '2'],
  ],
  [EASE]: [
    ['4', '2', '2'],
    ['4', '2', '2'],
    ['5', '2', '2'],
  ],
  'Help, and leaving': [
    ['3', '3', '3'],
    ['3', '3', '3'],
    ['3', '3', '3'],
  ],
  'Safe, lawful and secure': [
    ['3', '4', '3'],
    ['3', '4', '3'],
    ['3', '4', '3'],
  ],
};

/** On the page of one criterion: the reason, then the mark, option by option. */
export const mark = async (person: Person, scores: Scores, withReason = true): Promise<void> => {
  for (const [index, option] of [FIRST, SECOND, TODAY_WAY].entries()) {
    const group = await person.within(option);
    if (withReason) await person.fills({ [REASON_FIELD]: `Seen on the ward: ${option}.` }, group);
    await person.chooses(scores[index] ?? '', group);
  }
};

export const markEverything = async (person: Person, decision: string, assessor: number): Promise<void> => {
  await person.opens(`${decision}/marks`);
  for (const [criterion, scores] of Object.entries(MARKS)) {
    await person.presses(criterion);
    await mark(person, scores[assessor] ?? []);
    await person.presses('Seal these marks');
    await person.sees(`Sealed: ${criterion}.`);
  }
};

export const RECOMMENDATION: Readonly<Record<string, string>> = {
  'What is the approver asked to approve?': 'Buy two handheld scanners for the night team, with training.',
  'Why this?': 'It came first on what the night team needs, and it is cheaper over five years.',
  'What did staff say, and what did it change?': 'Staff asked for a scanner that one person can use alone.',
  'Risk 1': 'Nobody trains the bank staff',
  'Owner of risk 1': 'Ada Osei',
  'Risk 2': 'The battery fails at night',
  'Owner of risk 2': 'Paul Reed',
  'Risk 3': 'The supplier leaves the market',
  'Owner of risk 3': 'Cleo Marsh',
  'Who pays after year 1?': 'The ward budget',
  'By when should the approver decide?': day(10),
  'When will the choice be looked at again?': day(300),
  'What would make you stop?': 'Fewer than half the night team use it after three months.',
};
