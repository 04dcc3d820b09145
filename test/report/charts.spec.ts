import { expect } from 'chai';
import { assertPlainSvg } from '../../src/adapters/templates/safe-html.ts';
import { drawScoreBars } from '../../src/report/charts/score-bars.ts';
import { drawYearBars } from '../../src/report/charts/year-bars.ts';

const hostile = '"><script>alert(1)</script>';

describe('drawScoreBars', () => {
  const bars = [
    { name: 'First', total: 75, points: [50, 25] },
    { name: hostile, total: 2, points: [0, 2] },
  ];
  const svg = drawScoreBars(bars, 'First is ahead.');

  it('is one picture with words for those who cannot see it', () => {
    expect(assertPlainSvg(svg)).to.equal(svg);
    expect(svg).to.match(/^<svg [^>]*role="img" aria-label="First is ahead."/);
  });

  it('draws widths in proportion: 50 points are twice as wide as 25', () => {
    const widths = [...svg.matchAll(/<rect [^>]*? width="([\d.]+)"/g)].map((found) => Number(found[1]));
    expect(widths[0]).to.equal(300);
    expect(widths[1]).to.equal(150);
  });

  it('draws nothing for a criterion that gives no points', () => {
    expect(svg.match(/<rect /g)).to.have.length(3);
  });

  it('escapes names, which are a supplier’s words', () => {
    expect(svg).not.to.include('<script');
    expect(svg).to.include('&lt;script&gt;');
  });

  it('uses no inline style, which the page would drop', () => {
    expect(svg).not.to.match(/style\s*=/);
  });
});

describe('drawYearBars', () => {
  const rectangles = (svg: string): { y: number; height: number }[] =>
    [...svg.matchAll(/<rect x="[\d.]+" y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)]
      .map((found) => ({ y: Number(found[1]), height: Number(found[2]) }))
      .filter(({ y }) => y > 0);

  it('draws cost above the line and income below it', () => {
    const svg = drawYearBars(['Year 0', 'Year 1'], [{ name: 'A', pence: [300_000, -100_000] }], 'A costs.');
    const [cost, income] = rectangles(svg);
    expect(cost && income && cost.y + cost.height).to.equal(income?.y);
    expect(cost?.height).to.equal((income?.height ?? 0) * 3);
  });

  it('survives years without any cost', () => {
    expect(drawYearBars(['Year 0'], [{ name: 'A', pence: [0] }], 'Nothing.')).not.to.include('NaN');
  });
});
