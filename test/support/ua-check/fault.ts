/** One rule of PDF/UA-1 (ISO 14289-1) that a document breaks; `rule` is the clause, as veraPDF numbers its checks. */
export type UaFault = { readonly rule: string; readonly message: string };

/** The fault, or nothing when the rule is kept. */
export const unless = (isKept: boolean, rule: string, message: string): readonly UaFault[] =>
  isKept ? [] : [{ rule, message }];
