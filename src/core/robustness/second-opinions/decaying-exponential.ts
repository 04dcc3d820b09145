/**
 * e^-y for y at or above 0, with + - * / alone, so that every machine gives the same double.
 *
 * In words: y = k ln 2 + r with r between 0 and ln 2; Taylor's series for e^r, whose terms are all above 0, over; then
 * halved k times. ln 2 is held in two parts so that nothing is lost in k ln 2. Source: the textbook method.
 * Limits: within 4 units of the last place; 0 from y = 746, where the double is 0 anyway.
 * Example: e^-1 = 0.367879441171442.
 */
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
const NOUGHT_FROM = 746;
const TERMS = 20;

export const decayingExponential = (y: number): number => {
  if (!(y >= 0)) throw new RangeError(`The decay ${y} must be 0 or more.`);
  if (y >= NOUGHT_FROM) return 0;
  const halvings = Math.floor(y / (LN_2_HIGH + LN_2_LOW));
  const rest = y - halvings * LN_2_HIGH - halvings * LN_2_LOW;
  let series = 1;
  for (let term = TERMS; term >= 1; term -= 1) series = 1 + (series * rest) / term;
  let result = 1 / series;
  for (let halving = 0; halving < halvings; halving += 1) result /= 2;
  return result;
};
