/**
 * The gates that a small purchase may meet. Only those that apply are answered, for what is chosen; one that is not met
 * and has no date keeps it from being chosen. Ours, after the national rules that they name.
 */
export type QuickGateQuestion = { readonly id: string; readonly title: string; readonly appliesWhen: string };

export const QUICK_GATES: readonly QuickGateQuestion[] = [
  {
    id: 'personal-data',
    title: 'Data protection impact assessment agreed',
    appliesWhen: 'It holds or sees data about people.',
  },
  {
    id: 'clinical-safety',
    title: 'Clinical safety: DCB0129 by the maker, DCB0160 by us',
    appliesWhen: 'It informs direct care.',
  },
  {
    id: 'cyber',
    title: 'Cyber Essentials or equal proof, in date',
    appliesWhen: 'It holds our data or joins our network.',
  },
  {
    id: 'accessible',
    title: 'Usable by all: WCAG 2.2 AA',
    appliesWhen: 'Staff or the public use it on a screen.',
  },
];
