/** An idea with no purchase in it, and what two colleagues added. Invented throughout. */
export const scanner = {
  key: 'scanner',
  author: { name: 'Tomasz Reid', job: 'Charge nurse, ward 7' },
  daysBefore: { started: 6, added: 4 },
  title: 'Example: Find the bladder scanner',
  stated: {
    problem: 'Nurses walk to the store room three times a shift to look for the bladder scanner.',
    whoHasIt: 'About 40 nurses on wards 7 and 8',
    staffSaid: 'I spend a quarter of an hour looking for it, and then it is on charge.',
    alreadyOwned: 'Two location tags that were left over from the bed trial.',
    couldBeDone: 'Put a tag on each scanner and show the floor plan on the ward computer.',
    smallestStep: 'Tag two scanners for two weeks and count the walks before and after.',
    askedOf: 'Sana Iqbal, head of equipment',
    askedFor: 'Leave to stick two tags on scanners for two weeks.',
  },
  answerInDays: 14,
  added: [
    {
      kind: 'same-here',
      text: 'We have this, too, every night.',
      name: 'Noor Haddad',
      role: 'Night sister',
      team: 'Ward 9',
    },
    {
      kind: 'fact',
      text: 'On Monday we counted 11 walks between 8 and 12.',
      name: 'Cass Bell',
      role: 'Student nurse',
      team: 'Ward 7',
    },
  ],
} as const;
