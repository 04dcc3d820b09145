import { expect } from 'chai';
import {
  count,
  dayWords,
  decimalWords,
  instantWords,
  listWords,
  percent,
  percentOfBp,
  pounds,
  shareOfPath,
} from '../../src/report/numbers.ts';

describe('numbers in the report', () => {
  it('writes money with thousands, and pence only where there are some', () => {
    expect([0, 5, 100, 123_456_700, 123_456_789, -250_000].map(pounds)).to.deep.equal([
      ...['£0', '£0.05', '£1', '£1,234,567', '£1,234,567.89', '\u2212£2,500'],
    ]);
  });

  it('rounds scores half up to two decimals and drops zeros', () => {
    expect([71.255, 71.254, 68.5, 60, 0, 1234.5, -0.005].map((value) => decimalWords(value))).to.deep.equal([
      ...['71.26', '71.25', '68.5', '60', '0', '1,234.5', '0'],
    ]);
  });

  it('writes shares and basis points as percentages', () => {
    expect([percent(0.4125), percent(1 / 3), percent(1), percentOfBp(1250), percentOfBp(33)]).to.deep.equal([
      ...['41.25%', '33.33%', '100%', '12.5%', '0.33%'],
    ]);
  });

  it('multiplies weights along a path exactly: 85% of 23.53% is 20%', () => {
    expect(shareOfPath([8500, 2353])).to.equal('20%');
    expect(shareOfPath([10_000])).to.equal('100%');
    expect(shareOfPath([1, 1])).to.equal('0%');
  });

  it('writes days and times in words, in UTC as they stand', () => {
    expect(dayWords('2026-08-06')).to.equal('6 August 2026');
    expect(dayWords('2026-12-31T23:59:59.000Z')).to.equal('31 December 2026');
    expect(instantWords('2026-01-02T09:30:00.000Z')).to.equal('2 January 2026, 09:30 UTC');
  });

  it('counts and lists in words', () => {
    expect(count(1, 'bid')).to.equal('1 bid');
    expect(count(0, 'criterion', 'criteria')).to.equal('0 criteria');
    expect(listWords(['a', 'b', 'c'])).to.equal('a, b and c');
    expect(listWords(['a'])).to.equal('a');
  });
});
