import { DomainError } from '../../core/errors.ts';
import type { Account } from '../account.ts';
import { loadAccount } from '../account.ts';
import { receiptCodeOf } from '../contribute.ts';
import { groupCode } from '../secrets.ts';
import type { DemoDecision } from './content/demo-decision.ts';
import { letters } from './content/letters.ts';
import { dictation } from './content/dictation.ts';
import { observations } from './content/observations.ts';
import { scanner } from './content/scanner.ts';
import type { ExamplePorts, SeededExample } from './seeding.ts';
import { loadExamples } from './seed-examples.ts';
import { voiceFormKey } from './steps.ts';

export type Seat = {
  /** decision key and seat: observations/lead. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** For the contributor's seat: the receipt code to type on the receipt page. */
  readonly receipt: string;
};

const CONTENT: readonly DemoDecision[] = [observations, letters];
const SEATS = [
  ['lead', 'Lead', 'runs the decision and answers staff'],
  ['panel', 'Panel member', 'marks, blind until everybody has sealed'],
  ['board', 'Approver', 'approves, returns or declines'],
] as const;

export const listSeats = async (ports: Pick<ExamplePorts, 'store' | 'clock'>): Promise<readonly Seat[]> =>
  (await loadExamples(ports)).flatMap((example) => {
    const content = CONTENT.find((one) => one.key === example.key);
    return content ? seatsOf(content) : lightSeats(example.key);
  });

const LIGHT_SEATS = [
  {
    key: dictation.key,
    who: dictation.lead,
    title: dictation.start.title,
    does: 'bought something small on one page and can raise it to a full decision',
  },
  {
    key: scanner.key,
    who: scanner.author,
    title: scanner.title,
    does: 'shared an idea, reads what colleagues added and waits for an answer',
  },
] as const;

/** A quick record and an idea have one seat: that of whoever wrote it. */
const lightSeats = (key: string): readonly Seat[] =>
  LIGHT_SEATS.filter((one) => one.key === key).map(({ who, title, does }) => ({
    id: `${key}/lead`,
    title: `${title}: its author`,
    text: `${who.name}, ${who.job}: ${does}.`,
    button: 'Sit down as its author',
    receipt: '',
  }));

const seatsOf = (content: DemoDecision): readonly Seat[] => {
  const about = content.startInput.title;
  const seats = SEATS.map(([seat, title, does]) => {
    const person = content.people.find((one) => one.key === content.seats[seat]);
    return {
      id: `${content.key}/${seat}`,
      title: `${about}: ${title.toLowerCase()}`,
      text: `${person?.name ?? title}, ${person?.job ?? ''}: ${does}.`,
      button: `Sit down as ${title.toLowerCase()}`,
      receipt: '',
    };
  });
  const voice = content.voices.find((one) => one.key === content.seats.nurse);
  const nurse = {
    id: `${content.key}/nurse`,
    title: `${about}: nurse`,
    text: `${voice?.input.name ?? 'A nurse'}, ${voice?.input.role ?? ''}, said something and reads what came of it. No account, only a receipt code.`,
    button: '',
    receipt: groupCode(receiptCodeOf(voiceFormKey(content.key, content.seats.nurse))),
  };
  return [...seats, nurse];
};

/** Example data only: an administrator, or somebody already in an example's seat, sits down elsewhere. */
export const takeSeat = async (
  ports: ExamplePorts,
  sitter: Account,
  seat: string,
): Promise<{ readonly account: Account; readonly decision: string }> => {
  const examples = await loadExamples(ports);
  const mayMove = sitter.roles.includes('administrator') || examples.some((one) => isIn(one, sitter.id));
  if (!mayMove)
    throw new DomainError('not-allowed', 'Only an administrator can look at the examples from other seats.');
  const [key, name] = seat.split('/');
  const example = examples.find((one) => one.key === key);
  const content = CONTENT.find((one) => one.key === key);
  const place = SEATS.find(([one]) => one === name)?.[0];
  const loaded = example ? await ports.log.load(example.decision) : undefined;
  const who = content ? place && content.seats[place] : name === 'lead' ? name : undefined;
  const id = who ? example?.accounts[who] : undefined;
  const account = id ? await loadAccount(ports, id) : undefined;
  if (!example || !account || !loaded?.state.example)
    throw new DomainError('not-found', 'There is no such seat.');
  return { account, decision: example.decision };
};

const isIn = (example: SeededExample, account: string): boolean =>
  Object.values(example.accounts).includes(account);
