import type { OptionKind } from '../../scoring/case.ts';
import { defineAct, facts, factsOf, section, textOf } from '../model/act.ts';
import { assertNeedLocked, assertNotOpened } from '../model/guards.ts';
import { flag, object, oneOf, text } from '../model/schema.ts';

export const OPTION_KINDS = ['bid', 'business-as-usual', 'do-minimum', 'pilot', 'reuse', 'build'] as const;

type Input = {
  kind: OptionKind;
  title: string;
  supplier?: string;
  summary: string;
  incumbent?: boolean;
};

/** Ids say the kind and a number, never a name: they stay readable where titles and suppliers are withheld. */
export const addOption = defineAct<Input>({
  command: 'add-option',
  act: 'option-added',
  summary: 'Add an option: a bid, or a baseline such as business as usual, a do-minimum or a pilot.',
  by: ['lead'],
  input: object(
    {
      kind: oneOf(OPTION_KINDS, 'What kind of option this is'),
      title: text('Its title', 200),
      summary: text('What it is, in a few sentences'),
    },
    {
      supplier: text('Who offers it', 200),
      incumbent: flag('True when this supplier or arrangement is in place today'),
    },
  ),
  decide: (input, state) => {
    assertNeedLocked(state, 'Adding an option');
    assertNotOpened(state, 'The list of options');
    const before = Object.values(state.options).filter((option) => option.kind === input.kind).length;
    return [
      facts({ option: `${input.kind}-${before + 1}`, kind: input.kind, incumbent: input.incumbent ?? false }),
      section('title', 'bid', input.title),
      section('summary', 'bid', input.summary),
      ...(input.supplier ? [section('supplier', 'bid', input.supplier)] : []),
    ];
  },
  evolve: (state, event) => {
    const { option, kind, incumbent } = factsOf<{ option: string; kind: OptionKind; incumbent: boolean }>(
      event,
    );
    const added = {
      id: option,
      kind,
      incumbent,
      title: textOf(event, 'title'),
      supplier: textOf(event, 'supplier'),
      summary: textOf(event, 'summary'),
      addedAt: event.at,
    };
    return { ...state, options: { ...state.options, [option]: added } };
  },
});
