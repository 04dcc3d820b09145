import type { Json } from '../../errors.ts';
import type { Door } from './door.ts';
import type { Role } from './roles.ts';
import type { DecisionState } from './state.ts';

/**
 * One thing a person does to a decision: the command that asks for it, the act that records it, the rule that
 * allows or refuses it, and the fold that makes state of it. One file an act; the registry lists them.
 */

/** Who acts: a participant of the decision, or somebody heard without an account. */
export type Actor =
  | { readonly kind: 'participant'; readonly participant: string }
  | { readonly kind: 'contributor'; readonly via: 'personal' | 'poster' | 'page'; readonly link: string }
  | { readonly kind: 'system' };

/**
 * The class of a section decides who may see it and when (visibility.ts) and which edition carries it (editions.ts).
 *
 * facts: ids, dates and answers without free text; never hidden from a participant, never erased.
 * text: the team's own words. name: who decided. rubric: the whole rubric.
 * bid: what a supplier offers and who they are, and the team's words about it. mark, reason: one assessor's mark and why. consensus: the panel's.
 * price: cost lines of an option. money: the sum the buyer has. interest: a declared interest.
 * voice: what a contributor said. contributor: who said it. dissent: a panel member's own note.
 * receipt: the hash of a receipt code; for the service alone.
 */
export const SECTION_TYPES = [
  'facts',
  'text',
  'name',
  'rubric',
  'bid',
  'mark',
  'reason',
  'consensus',
  'price',
  'money',
  'interest',
  'voice',
  'contributor',
  'dissent',
  'receipt',
] as const;
export type SectionType = (typeof SECTION_TYPES)[number];

export type SectionDraft = { readonly name: string; readonly type: SectionType; readonly value: Json };

/** An entry as the fold reads it: a section that is erased or withheld is simply not there. */
export type DecisionEvent = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly sections: Readonly<Record<string, Json | undefined>>;
};

/** What an act may know besides its input and the state. Time and ids come in; nothing is read from around. */
export type ActContext = {
  readonly atIso: string;
  readonly actor: Actor;
  /** A fresh random id, 32 lower-case hex characters. */
  readonly newId: () => string;
  /** SHA-256 of the canonical JSON of a value, lower-case hex: for the printed hash of a rubric. */
  readonly hashOf: (value: Json) => string;
  /** What the organisation lets be bought on a quick record, in pence; null when it has set no limit. */
  readonly quickLimitPence: number | null;
};

export type JsonSchema = { readonly [key: string]: Json };

export type ActDefinition<Input> = {
  /** Imperative, kebab-case: the name in the API and the form. */
  readonly command: string;
  /** Past tense, kebab-case: the name in the ledger. */
  readonly act: string;
  /** One sentence for the API document and the help. */
  readonly summary: string;
  /** Which roles may ask. 'contributor' and 'system' stand for those actors. */
  readonly by: readonly (Role | 'contributor' | 'system')[];
  /** The doors that have this act; the full one when absent. */
  readonly doors?: readonly Door[];
  readonly input: JsonSchema;
  /** The rule. Throws DomainError to refuse; otherwise the sections of the one entry to append. */
  readonly decide: (input: Input, state: DecisionState, context: ActContext) => readonly SectionDraft[];
  /** The fold. Never throws on absent sections: they may be withheld or erased. */
  readonly evolve: (state: DecisionState, event: DecisionEvent) => DecisionState;
};

/** A definition whose input was checked against its schema at the edge. */
export type AnyAct = ActDefinition<never>;

export const defineAct = <Input>(definition: ActDefinition<Input>): AnyAct => definition;

/** The facts section; always there. */
export const factsOf = <Facts>(event: DecisionEvent): Facts => event.sections['facts'] as unknown as Facts;

/** A text section, or null when it is withheld or erased. */
export const textOf = (event: DecisionEvent, name: string): string | null => {
  const value = event.sections[name];
  return typeof value === 'string' ? value : null;
};

export const facts = (value: { readonly [key: string]: Json }): SectionDraft => ({
  name: 'facts',
  type: 'facts',
  value,
});

export const section = (name: string, type: SectionType, value: Json): SectionDraft => ({
  name,
  type,
  value,
});
