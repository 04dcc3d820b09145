/** The input of seal-marks: one assessor, one criterion, every option. Scores are decimals as written. */
export type MarksToSeal = {
  readonly criterion: string;
  readonly marks: Readonly<Record<string, { readonly reason: string; readonly score: string }>>;
};

/** All marks on one criterion, laid out for reading: option by option, the scores in a row and then the reasons. */
export type CriterionMarks<Assessor extends string, Option extends string> = {
  readonly criterion: string;
  readonly options: Readonly<
    Record<
      Option,
      {
        readonly scores: Readonly<Record<Assessor, number>>;
        readonly reasons: Readonly<Record<Assessor, string>>;
      }
    >
  >;
};

/** The same marks as seal-marks takes them: one sealing for each assessor. */
export const marksToSeal = <Assessor extends string, Option extends string>(
  assessors: readonly Assessor[],
  table: CriterionMarks<Assessor, Option>,
): readonly { readonly assessor: Assessor; readonly input: MarksToSeal }[] =>
  assessors.map((assessor) => ({
    assessor,
    input: {
      criterion: table.criterion,
      marks: Object.fromEntries(
        Object.keys(table.options).map((option) => {
          const { scores, reasons } = table.options[option as Option];
          return [option, { reason: reasons[assessor], score: String(scores[assessor]) }];
        }),
      ),
    },
  }));
