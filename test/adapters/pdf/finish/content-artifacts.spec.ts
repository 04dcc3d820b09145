import { expect } from 'chai';
import { markContentArtifacts } from '../../../../src/adapters/pdf/finish/content-artifacts.ts';

const mark = (lines: readonly string[], tagged: readonly string[] = []): readonly string[] =>
  markContentArtifacts(lines.join('\n'), (name) => tagged.includes(name)).split('\n');

describe('marking decoration in page content', () => {
  it('wraps a text block outside tagged content as a whole', () => {
    const block = ['BT', '/F4 12 Tf', '6.8 0 Td <0029> Tj', 'ET'];
    expect(mark(['q', ...block, 'Q'])).to.deep.equal(['q', '/Artifact BMC', ...block, 'EMC', 'Q']);
  });

  it('wraps a shape from the first line of its path to its paint', () => {
    const shape = ['0 0 m', '9 9 l', 'h', 'f'];
    expect(mark(['1 0 0 rg', ...shape])).to.deep.equal(['1 0 0 rg', '/Artifact BMC', ...shape, 'EMC']);
  });

  it('leaves tagged content alone, also where the mark nests', () => {
    const lines = ['/P <</MCID 0 >>BDC', '0 0 9 9 re', 'f', '/Span BMC', 'EMC', 'BT', '<00> Tj', 'ET', 'EMC'];
    expect(mark(lines)).to.deep.equal(lines);
  });

  it('leaves a clip alone: it paints nothing', () => {
    const lines = ['0 0 9 9 re', 'W* n', '/G3 gs'];
    expect(mark(lines)).to.deep.equal(lines);
  });

  it('wraps a drawn object unless it carries tags of its own', () => {
    expect(mark(['/X1 Do', '/X2 Do'], ['X2'])).to.deep.equal(['/Artifact BMC', '/X1 Do', 'EMC', '/X2 Do']);
  });

  it('changes nothing when it runs over its own result', () => {
    const once = mark(['BT', '<00> Tj', 'ET', '0 0 9 9 re', 'f', '/X1 Do']);
    expect(mark(once)).to.deep.equal(once);
  });
});
