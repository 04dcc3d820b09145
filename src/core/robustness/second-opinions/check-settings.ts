import type { Fault } from '../../errors.ts';
import { checkPreference } from './preference.ts';
import type { Preference } from './preference.ts';

/** What a case may say of its second opinions. */
export type SecondOpinionSettings = {
  /** Default values. */
  readonly on?: 'values' | 'scores';
  /** For every criterion that has none of its own; usual unless it says otherwise. */
  readonly preference?: Preference;
  readonly preferences?: Readonly<Record<string, Preference>>;
};

export const checkSecondOpinions = (
  settings: SecondOpinionSettings,
  items: readonly string[],
  path: string,
): readonly Fault[] => {
  const faultOf = (preference: Preference, at: string): readonly Fault[] => {
    const message = checkPreference(preference);
    return message === null ? [] : [{ path: at, message }];
  };
  return [
    ...(settings.preference ? faultOf(settings.preference, `${path}/preference`) : []),
    ...Object.entries(settings.preferences ?? {}).flatMap(([id, preference]) => {
      const at = `${path}/preferences/${id}`;
      return items.includes(id)
        ? faultOf(preference, at)
        : [
            {
              path: at,
              message: `'${id}' is not a criterion that carries weight of its own in this rubric.`,
            },
          ];
    }),
  ];
};
