import { expect } from 'chai';
import fc from 'fast-check';
import { ALIKE_FROM, findAlike, likenesses } from '../../../src/core/alike/alike.ts';
import { stem, wordsOf } from '../../../src/core/alike/words.ts';

/**
 * Labelled by hand before the threshold was set: ten pairs that a colleague would call the same thing, ten that share
 * words or a place and are not. All 40 texts are compared together, since rarity is counted over the set.
 */
const SAME: readonly (readonly [string, string])[] = [
  [
    'Nurses walk to the store room three times a shift to look for the bladder scanner.',
    'Nobody on the ward can find the bladder scanner at night.',
  ],
  [
    'The discharge letters reach the GP two weeks late.',
    'GPs complain that discharge letters arrive weeks after the patient went home.',
  ],
  [
    'We type every observation twice: once on paper and once into the system.',
    'Observations are written on paper and typed into the system again afterwards.',
  ],
  [
    'Patients miss appointments because the letter comes after the date.',
    'Appointment letters arrive after the appointment, so patients do not turn up.',
  ],
  [
    'The interpreter line keeps us waiting for half an hour.',
    'Waiting for an interpreter on the telephone takes 30 minutes.',
  ],
  [
    'Rotas are kept in a spreadsheet that only one person can open.',
    'Only one colleague can change the rota spreadsheet, and she is away.',
  ],
  [
    'The wifi drops in the basement, so the tablets stop working.',
    'Tablets lose the wifi downstairs in the basement clinics.',
  ],
  [
    'Staff share one login because logging in takes five minutes.',
    'Logging in to the computers takes so long that everybody shares a login.',
  ],
  [
    'Blood results are phoned through and written on the back of a hand.',
    'The lab phones blood results and we write them on our hands.',
  ],
  [
    'Wheelchairs vanish from the main entrance.',
    'There is never a wheelchair at the main entrance when a patient needs one.',
  ],
];
const OTHER: readonly (readonly [string, string])[] = [
  ['The printer on ward 7 jams every morning.', 'The fridge on ward 7 is too small for the vaccines.'],
  ['Volunteers have no badge.', 'Agency nurses cannot open the medicine cupboard.'],
  ['Patients cannot park near the clinic.', 'Patients cannot see who their consultant is.'],
  ['The lift is broken again.', 'We cannot get the ultrasound machine mended.'],
  ['Handover notes get lost between shifts.', 'The night shift has nowhere to warm up food.'],
  ['Theatre lists change and nobody tells the porters.', 'Porters have no radio in the new building.'],
  ['Menus are printed in English alone.', 'The signs to the car park are wrong.'],
  ['Community nurses drive back to the office to sync the laptop.', 'The office chairs are broken.'],
  ['Consent forms are scanned upside down.', 'The consent video has no subtitles.'],
  ['Stock of wound dressings runs out at weekends.', 'The weekend pharmacist covers three sites.'],
];

const ALL = [...SAME, ...OTHER].flat();
const likenessOf = ([one, other]: readonly [string, string]): number => {
  const others = ALL.filter((text) => text !== one);
  return likenesses(one, others)[others.indexOf(other)] ?? 0;
};

describe('likeness of short texts', () => {
  it('parts 20 labelled pairs, with the threshold in the middle of the gap', () => {
    const lowest = Math.min(...SAME.map(likenessOf));
    const highest = Math.max(...OTHER.map(likenessOf));
    expect(highest).to.be.below(lowest);
    expect(ALIKE_FROM).to.be.within(highest, lowest);
    expect(Math.abs(ALIKE_FROM - (lowest + highest) / 2), `${highest} to ${lowest}`).to.be.below(0.02);
  });

  it('finds for each text of a pair its fellow first, and for two of the 20 others one that only shares a word', () => {
    const found = (one: string): readonly string[] =>
      findAlike(
        one,
        ALL.filter((text) => text !== one),
        (text) => text,
      ).map(({ item }) => item);
    for (const [one, other] of SAME) {
      expect(found(one)[0]).to.equal(other);
      expect(found(other)[0]).to.equal(one);
    }
    const broken = ['The lift is broken again.', 'The office chairs are broken.'];
    expect(OTHER.flat().filter((one) => found(one).length > 0)).to.deep.equal(broken);
  });

  it('does what the example in its comment says', () => {
    const found = findAlike(
      'The bladder scanner is never where it should be',
      ['The lift is broken again', 'We cannot find the bladder scanner'],
      (text) => text,
    );
    expect(found.map(({ item }) => item)).to.deep.equal(['We cannot find the bladder scanner']);
  });

  it('is 1 for the same words, 0 for none in common and for no words at all', () => {
    expect(likenesses('Lost scanners', ['The LOST scanner!'])[0]).to.be.closeTo(1, 1e-12);
    expect(likenesses('Lost scanners', ['Xylophone', '', 'the of and'])).to.deep.equal([0, 0, 0]);
  });

  it('is between 0 and 1, the same both ways, and keeps the order of equals', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [there] = likenesses(one, [other]);
        const [back] = likenesses(other, [one]);
        expect(there).to.be.within(0, 1);
        expect(there).to.be.closeTo(back ?? -1, 1e-9);
      }),
      { numRuns: 200 },
    );
    const twins = [
      { id: 1, text: 'The scanner is lost' },
      { id: 2, text: 'The scanner is lost' },
    ];
    expect(findAlike('Lost scanner', twins, (one) => one.text).map(({ item }) => item.id)).to.deep.equal([
      1, 2,
    ]);
  });
});

describe('the words of a text', () => {
  it('are small, without accents and little words, one form each', () => {
    expect(wordsOf('The nurses were WAITING for café orders.')).to.deep.equal([
      'nurs',
      'wait',
      'cafe',
      'order',
    ]);
    expect(wordsOf("the ward's beds; patients’ notes")).to.deep.equal(['ward', 'bed', 'patient', 'note']);
  });

  it('lose plural, -ing and -ed, and little else', () => {
    for (const [word, form] of [
      ...[
        ['trolleys', 'trolley'],
        ['tagging', 'tag'],
        ['tagged', 'tag'],
        ['ordered', 'order'],
      ],
      ...[
        ['bodies', 'body'],
        ['boxes', 'box'],
        ['filling', 'fill'],
        ['passed', 'pass'],
      ],
      ...[
        ['status', 'status'],
        ['glass', 'glass'],
        ['bed', 'bed'],
        ['ring', 'ring'],
      ],
    ] as const)
      expect(stem(word), word).to.equal(form);
  });
});
