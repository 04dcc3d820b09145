import type { Judgement } from './judge-option.ts';
import type { Prepared, PreparedOption } from './prepare-case.ts';

/** A piece without which an option cannot be ranked. `path` is where it belongs; `what` says what to add. */
export type Missing = { readonly path: string; readonly what: string };

/** Every gate answer, score and price that an option still in the running lacks. Nothing missing counts as nought. */
export const listMissing = (
  prepared: Prepared,
  { given, gates, cost, index }: PreparedOption,
  judgement: Judgement,
  needsPrice: boolean,
): readonly Missing[] => {
  const path = `/options/${index}`;
  const tendered = prepared.method.price?.basis === 'tendered' && (given.costs ?? []).length > 0;
  return [
    ...gates.missing.map((gate) => ({
      path: `${path}/gates/${gate.id}`,
      what: `Option '${given.id}' has no answer to gate '${gate.id}'.`,
    })),
    ...judgement.missing.map((leaf) => {
      const id = prepared.tree.leaves[leaf]?.id ?? '';
      return {
        path: `${path}/criteria/${id}`,
        what: `Option '${given.id}' has neither a panel mark nor a consensus on '${id}'.`,
      };
    }),
    ...(needsPrice && cost === null
      ? [
          {
            path: `${path}/costs`,
            what: tendered
              ? `Option '${given.id}' has no price: none of its cost lines is marked tendered.`
              : `Option '${given.id}' has no price: it has no cost lines.`,
          },
        ]
      : []),
  ];
};
