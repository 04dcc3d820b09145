/** One thing that a ranked list in a spreadsheet does not show, in a plain sentence with its figures. */
export type Missed = {
  readonly id:
    | 'tie'
    | 'rounding'
    | 'price-formula'
    | 'one-person'
    | 'one-mark'
    | 'reasons'
    | 'gaps'
    | 'same-mark'
    | 'totals';
  readonly sentence: string;
};
