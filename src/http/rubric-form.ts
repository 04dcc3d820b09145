import { DomainError } from '../core/errors.ts';
import type {
  Aggregate,
  Criterion,
  GateCriterion,
  Method,
  PriceBasis,
  PriceMethod,
  Rubric,
} from '../core/rubric/rubric.ts';
import { parsePence, parsePercentBp } from './form-numbers.ts';
import type { Form } from './page.ts';
import { field, fields } from './page.ts';

/** What a team changed on the rubric page, applied to the rubric it started from. */
export const applyRubricForm = (rubric: Rubric, form: Form): Rubric => ({
  ...without(rubric, 'minimumQuality'),
  title: field(form, 'rubricTitle') || rubric.title,
  method: methodOf(rubric.method ?? {}, form),
  criteria: changeAll(rubric.criteria, form),
  ...minimumQualityOf(form),
});

const minimumQualityOf = (form: Form): { minimumQuality?: number } => {
  const typed = field(form, 'minimumQuality');
  return typed === '' ? {} : { minimumQuality: parseDecimal(typed, 'minimumQuality') };
};

const parseDecimal = (typed: string, name: string): number => {
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(typed)) {
    const message = 'Give a number, such as 60 or 62.5.';
    throw new DomainError('invalid-input', message, {}, [{ path: `/${name}`, message }]);
  }
  return Number(typed);
};

const methodOf = (before: Method, form: Form): Method => {
  const script = field(form, 'trialScript');
  const kept = without(before, 'trial');
  return {
    ...kept,
    aggregate: (field(form, 'aggregate') || before.aggregate || 'mean') as Aggregate,
    frontlineShareBp: parsePercentBp(field(form, 'frontlineShare') || '0', 'frontlineShare'),
    frontlineMinimum: parseDecimal(field(form, 'frontlineMinimum') || '5', 'frontlineMinimum'),
    discountRateBp: parsePercentBp(field(form, 'discountRate') || '3.5', 'discountRate'),
    ...(script === '' ? {} : { trial: { script, people: field(form, 'trialPeople') } }),
  };
};

const changeAll = (criteria: readonly Criterion[], form: Form): readonly Criterion[] => {
  const dropped = fields(form, 'drop');
  return criteria.filter((one) => !dropped.includes(one.id)).map((one) => change(one, form));
};

const change = (criterion: Criterion, form: Form): Criterion => {
  const { id } = criterion;
  const title = field(form, `title-${id}`) || criterion.title;
  const question = field(form, `question-${id}`);
  const wording = { title, ...(question === '' ? {} : { question }) };
  switch (criterion.kind) {
    case 'group':
      return {
        ...criterion,
        title,
        weightBp: weightOf(criterion.weightBp, id, form),
        children: changeAll(criterion.children, form),
      };
    case 'scored':
      return {
        ...without(criterion, 'minimum'),
        ...wording,
        weightBp: weightOf(criterion.weightBp, id, form),
        ...minimumOf(id, form),
      };
    case 'price':
      return {
        ...criterion,
        title,
        weightBp: weightOf(criterion.weightBp, id, form),
        method: (field(form, 'priceMethod') || criterion.method || 'benchmark-linear') as PriceMethod,
        basis: (field(form, 'priceBasis') || criterion.basis || 'whole-life') as PriceBasis,
        ...pencesOf('floorPence', form),
        ...pencesOf('ceilingPence', form),
      };
    case 'gate':
      return laterOf({ ...criterion, ...wording }, form);
    case 'information':
      return { ...criterion, ...wording };
  }
};

const weightOf = (before: number, id: string, form: Form): number => {
  const typed = field(form, `weight-${id}`);
  return typed === '' ? before : parsePercentBp(typed, `weight-${id}`);
};

const minimumOf = (id: string, form: Form): { minimum?: number } => {
  const typed = field(form, `minimum-${id}`);
  return typed === '' ? {} : { minimum: parseDecimal(typed, `minimum-${id}`) };
};

const pencesOf = (name: 'floorPence' | 'ceilingPence', form: Form): { [key in typeof name]?: number } => {
  const typed = field(form, name);
  return typed === '' ? {} : { [name]: parsePence(typed, name) };
};

const laterOf = (gate: GateCriterion, form: Form): GateCriterion => {
  const rest = without(gate, 'laterAllowed');
  return fields(form, 'later').includes(gate.id) ? { ...rest, laterAllowed: true } : rest;
};

/** A copy without one key: an emptied field takes the setting away. */
const without = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const copy = { ...value };
  delete copy[key];
  return copy;
};

/** The gates of another rubric, added to this one; a gate already there is left as it is. */
export const addGates = (rubric: Rubric, other: Rubric): Rubric => {
  const present = new Set(rubric.criteria.map((one) => one.id));
  const gates = other.criteria.filter((one) => one.kind === 'gate' && !present.has(one.id));
  const sources = [...(rubric.sources ?? []), ...(other.sources ?? [])];
  return { ...rubric, criteria: [...rubric.criteria, ...gates], ...(sources.length > 0 ? { sources } : {}) };
};
