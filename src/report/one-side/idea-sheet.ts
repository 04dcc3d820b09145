import { countTeams, SAME_HERE } from '../../core/decision/idea/idea-words.ts';
import type { IdeaState } from '../../core/decision/model/idea-state.ts';
import type { Contribution } from '../../core/decision/model/contribution.ts';
import type { Block } from '../blocks.ts';
import { facts, lead, room, text } from '../blocks.ts';
import { shown } from '../hidden.ts';
import { ideaStanding, teamsWords } from '../idea-words.ts';
import { CONTRIBUTION_WORDS, personWithJob } from '../names.ts';
import { count, dayWords } from '../numbers.ts';
import { buildFoot } from './one-side.ts';
import type { OneSide, OneSideInput } from './one-side.ts';

/** An idea on one side, to lay before the person asked: with room for an answer by hand where there is none yet. */
export const buildIdeaSheet = (input: OneSideInput): OneSide => {
  const { state } = input;
  const { idea } = state;
  return {
    title: state.title ?? 'An idea without a title',
    kicker: 'An idea, on one side',
    status: idea ? ideaStanding(idea) : 'Not stated yet.',
    marks: state.example ? ['Example data'] : [],
    blocks: idea
      ? [lead(shown(input, idea.problem, 'text')), whatBlock(input, idea), ...answerBlocks(input, idea)]
      : [],
    foot: buildFoot(input.ledger),
  };
};

const whatBlock = (input: OneSideInput, idea: IdeaState): Block =>
  facts(
    ['Who has it', `${shown(input, idea.whoHasIt, 'text')}\n${teamsWords(countTeams(input.state))}`],
    ['What staff said', saidWords(input, idea)],
    ['What we own already', idea.alreadyOwned],
    ['What could be done', idea.couldBeDone],
    ['The smallest next step', shown(input, idea.smallestStep, 'text')],
    ['Who is asked', shown(input, idea.askedOf, 'name')],
    ['For what', shown(input, idea.askedFor, 'text')],
    ['By when', dayWords(idea.answerBy)],
    ['Put forward by', personWithJob(input, input.state.lead)],
  );

const [MOST_QUOTES, LONGEST_QUOTE] = [4, 140];

const saidWords = (input: OneSideInput, idea: IdeaState): string => {
  const all = Object.values(input.state.contributions);
  const telling = all.filter((one) => one.text !== null && one.text !== SAME_HERE);
  const quotes = telling.slice(0, MOST_QUOTES).map(quoteOf);
  const more = telling.length - quotes.length;
  const lines = [
    ...(idea.staffSaid ? [idea.staffSaid] : []),
    ...quotes,
    ...(more > 0 ? [`And ${count(more, 'more contribution')} on record.`] : []),
  ];
  return lines.length > 0 ? lines.join('\n') : 'Nobody is quoted (n = 0).';
};

/** Without a name: who said it is not on the sheet in any edition. */
const quoteOf = ({ kind, text: words }: Contribution): string => {
  const said = (words ?? '').replace(/\s+/g, ' ').trim();
  const letters = [...said];
  const short =
    letters.length > LONGEST_QUOTE
      ? `${letters
          .slice(0, LONGEST_QUOTE - 1)
          .join('')
          .trimEnd()}…`
      : said;
  return `${CONTRIBUTION_WORDS[kind]}: “${short}”`;
};

const answerBlocks = (input: OneSideInput, { answer }: IdeaState): readonly Block[] =>
  answer
    ? [
        facts(
          ['The answer', shown(input, answer.reply, 'text')],
          ['Answered by', personWithJob(input, answer.answeredBy)],
        ),
      ]
    : [
        text(
          'Your answer: the step is agreed, it is passed on to somebody, not now (look again on a day), or no.',
        ),
        room('Your answer, in words', 6),
        room('Name, signature, day', 1),
      ];
