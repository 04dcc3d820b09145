import type { Role } from '../core/decision/model/roles.ts';
import type { ContributionKind, Contribution, Fate } from '../core/decision/model/contribution.ts';
import type { GateState, SetAsideGround } from '../core/decision/model/state.ts';
import { listCriteria } from '../core/rubric/walk-rubric.ts';
import type { Aggregate, PriceBasis, PriceMethod } from '../core/rubric/rubric.ts';
import type { OptionKind } from '../core/scoring/case.ts';
import type { Cell } from './blocks.ts';
import { cell } from './blocks.ts';
import { shown } from './hidden.ts';
import type { ReportInput } from './input.ts';

/** The words for what the record holds as ids: on pages as in the report. */
export const KIND_WORDS: Readonly<Record<OptionKind, string>> = {
  bid: 'Bid',
  'business-as-usual': 'Business as usual',
  'do-minimum': 'Do-minimum',
  pilot: 'Pilot',
  reuse: 'Reuse of what another team has',
  build: 'Build it ourselves',
};

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  lead: 'Lead',
  commercial: 'Commercial',
  panel: 'Panel',
  frontline: 'Trial user',
  approver: 'Approver',
  auditor: 'Auditor',
};

export const GATE_WORDS: Readonly<Record<GateState['answer'], string>> = {
  met: 'Met',
  notMet: 'Not met',
  notApplicable: 'Does not apply',
  later: 'To be met later',
};

export const GROUND_WORDS: Readonly<Record<SetAsideGround, string>> = {
  gate: 'A gate is not met',
  minimum: 'A minimum is not reached',
  exclusion: 'A ground for exclusion applies',
  procedure: 'The published procedure was not followed',
  'abnormally-low': 'The price is abnormally low and was not explained',
};

export const FATE_WORDS: Readonly<Record<Fate, string>> = {
  'changed-rubric': 'It changed the rubric',
  'changed-need': 'It changed the need',
  'contract-requirement': 'It became a contract requirement',
  'trial-evidence': 'It counted as trial evidence',
  'considered-not-used': 'It was considered and not used',
  'out-of-scope': 'It is out of scope',
  'passed-on': 'It was passed to the right channel; the text was not kept',
  'set-aside': 'It was set aside; two people agreed',
  'with-idea': 'It was answered together with the idea',
};

export const CONTRIBUTION_WORDS: Readonly<Record<ContributionKind, string>> = {
  need: 'What the work needs',
  worry: 'A worry',
  idea: 'An idea',
  'matters-most': 'What matters most',
  question: 'A question',
  requirement: 'Something to put in the contract',
  'same-here': 'We have this, too',
  fact: 'A fact',
};

export const VIA_WORDS: Readonly<Record<Contribution['via'], string>> = {
  personal: 'by a personal link',
  poster: 'from a poster',
  paper: 'on paper',
  page: 'on the page of the idea',
};

export const AGGREGATE_WORDS: Readonly<Record<Aggregate, string>> = {
  mean: 'The mean of the marks',
  median: 'The median of the marks',
  'trimmed-mean': 'The mean of the marks without the highest and the lowest',
};

export const PRICE_METHOD_WORDS: Readonly<Record<PriceMethod, string>> = {
  'benchmark-linear': 'Points fall in a straight line from 100 at the floor to 0 at the ceiling',
  'lowest-over-price': 'Points are the lowest price divided by this price',
  'squared-ratio': 'Points are the square of the lowest price divided by this price',
  'min-max': 'Points fall in a straight line from 100 at the lowest price to 0 at the highest',
  'proportional-excess': 'Points fall by the share by which a price exceeds the lowest',
  'mean-based': 'Points depend on the distance from the mean price',
};

export const BASIS_WORDS: Readonly<Record<PriceBasis, string>> = {
  'whole-life': 'Whole-life cost: the present value of every line',
  tendered: 'The tendered price, not discounted',
};

/** A title where this edition holds it: its own, else the one recorded with the choice, else the id. */
export const optionName = (input: ReportInput, id: string): string => {
  const { options, outcome } = input.state;
  return options[id]?.title ?? (outcome?.option === id ? outcome.optionTitle : null) ?? id;
};

/** The name, with the id below it where they differ. */
export const optionCell = (input: ReportInput, id: string, ...notes: readonly string[]): Cell => {
  const name = optionName(input, id);
  return cell(name, ...(name === id ? [] : [id]), ...notes);
};

export const personName = (input: ReportInput, id: string): string => {
  const person = input.state.people[id];
  return person ? shown(input, person.name, 'name') : 'Somebody no longer on record';
};

/** 'Amina Shah, matron'. */
export const personWithJob = (input: ReportInput, id: string): string => {
  const person = input.state.people[id];
  return person?.job ? `${personName(input, id)}, ${person.job}` : personName(input, id);
};

export const criterionTitle = (input: ReportInput, id: string): string => {
  const rubric = input.state.rubric?.rubric;
  const found = rubric ? listCriteria(rubric).find(({ criterion }) => criterion.id === id) : undefined;
  return found?.criterion.title ?? id;
};
