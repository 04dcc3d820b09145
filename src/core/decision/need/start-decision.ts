import { DomainError } from '../../errors.ts';
import type { Purpose } from '../../scoring/case.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { DOORS } from '../model/door.ts';
import type { Door } from '../model/door.ts';
import { flag, object, oneOf, text } from '../model/schema.ts';

type Input = {
  title: string;
  purpose: Purpose;
  leadName: string;
  leadJob: string;
  example?: boolean;
  door?: Door;
  fromIdea?: string;
};

type Facts = { purpose: Purpose; lead: string; example: boolean; door?: Door; fromIdea?: string };

export const startDecision = defineAct<Input>({
  command: 'start-decision',
  act: 'decision-started',
  summary: 'Start a decision: an appraisal (should we, and what kind of thing) or an award (which bid).',
  by: ['lead'],
  input: object(
    {
      title: text('What is being decided, in a few words', 200),
      purpose: oneOf(
        ['appraisal', 'award'],
        'appraisal: should we buy, and what kind of thing; award: which bid',
      ),
      leadName: text('Name of the lead', 200),
      leadJob: text('Job of the lead', 200),
    },
    {
      example: flag('True for example data'),
      door: oneOf(
        DOORS,
        'full: rubric, panel, approval; quick: a small purchase on one page; idea: a problem or an idea alone',
      ),
      fromIdea: {
        type: 'string',
        pattern: '^[0-9a-f]{32}$',
        description: 'The idea it came from, by its id',
      },
    },
  ),
  decide: (input, state, context) => {
    if (state.seq > 0) throw new DomainError('already-done', 'This decision has already been started.');
    const lead = context.actor.kind === 'participant' ? context.actor.participant : context.newId();
    return [
      facts({
        purpose: input.purpose,
        lead,
        example: input.example ?? false,
        ...(input.door && input.door !== 'full' ? { door: input.door } : {}),
        ...(input.fromIdea ? { fromIdea: input.fromIdea } : {}),
      }),
      section('title', 'text', input.title),
      section('name', 'name', input.leadName),
      section('job', 'name', input.leadJob),
    ];
  },
  evolve: (state, event) => {
    const { purpose, lead, example, door, fromIdea } = factsOf<Facts>(event);
    const person = {
      id: lead,
      roles: ['lead' as const],
      name: textOf(event, 'name'),
      job: textOf(event, 'job'),
      namedAt: event.at,
    };
    return {
      ...state,
      purpose,
      door: door ?? 'full',
      ...(fromIdea ? { fromIdea } : {}),
      example,
      lead,
      title: textOf(event, 'title'),
      startedAt: event.at,
      people: { [lead]: person },
    };
  },
});
