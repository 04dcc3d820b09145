/**
 * Total = sum over leaves of weight x value. Four options at a time, because a processor adds four sums as fast as one;
 * each option's sum is the same as if it were alone.
 */
export const writeTotals = (totals: Float64Array, values: Float64Array, weights: Float64Array): void => {
  const leaves = weights.length;
  const options = totals.length;
  let option = 0;
  for (; option + 3 < options; option += 4) {
    const first = option * leaves;
    const [second, third, fourth] = [first + leaves, first + 2 * leaves, first + 3 * leaves];
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const weight = weights[leaf] as number;
      a += weight * (values[first + leaf] as number);
      b += weight * (values[second + leaf] as number);
      c += weight * (values[third + leaf] as number);
      d += weight * (values[fourth + leaf] as number);
    }
    totals[option] = a;
    totals[option + 1] = b;
    totals[option + 2] = c;
    totals[option + 3] = d;
  }
  for (; option < options; option += 1) {
    let sum = 0;
    for (let leaf = 0; leaf < leaves; leaf += 1)
      sum += (weights[leaf] as number) * (values[option * leaves + leaf] as number);
    totals[option] = sum;
  }
};
