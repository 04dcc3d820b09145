import { expect } from 'chai';
import fc from 'fast-check';
import { excerptOf, findWords } from '../../../src/core/alike/find-words.ts';

const matched = (text: string, question: string): readonly string[] =>
  findWords(text, question)
    .pieces.filter(({ isMatch }) => isMatch)
    .map((piece) => piece.text);

describe('finding words in a text', () => {
  it('does what the example in its comment says', () => {
    expect(findWords('We order at the CAFE', 'café orders')).to.include({ isFound: true, hits: 2 });
    expect(matched('We order at the CAFE', 'café orders')).to.deep.equal(['order', 'CAFE']);
  });

  it('finds the start of a word and its other forms, and needs every word that was asked for', () => {
    expect(matched('Tags, tagging, tagged; stage', 'tag')).to.deep.equal(['Tags', 'tagging', 'tagged']);
    expect(matched('The scanner', 'scan')).to.deep.equal(['scanner']);
    expect(findWords('The scanner', 'scanner ward').isFound).to.equal(false);
    expect(findWords('Anything', ' ?! ').isFound, 'no word was asked for').to.equal(false);
  });

  it('gives the text back whole, whatever is asked for, and never takes a word for a pattern', () => {
    const any = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(any, any, (text, question) => {
        expect(
          findWords(text, question)
            .pieces.map((piece) => piece.text)
            .join(''),
        ).to.equal(text);
      }),
      { numRuns: 300 },
    );
    expect(matched('a.c abc', 'a.c')).to.deep.equal(['a', 'c', 'abc']);
  });

  it('shows a piece around the first match, cut between words', () => {
    const long = `${'before '.repeat(30)}scanner ${'after '.repeat(60)}`;
    const excerpt = excerptOf(findWords(long, 'scanner').pieces);
    const words = excerpt.map((piece) => piece.text).join('');
    expect(words).to.match(/^…before.*scanner after.*after…$/);
    expect(words.length).to.be.below(300);
    expect(excerptOf(findWords(long, 'nothing').pieces)).to.deep.equal([]);
  });
});
