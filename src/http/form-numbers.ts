import { DomainError } from '../core/errors.ts';

/** '£1,234.50' or '1234.5' as whole pence. Digits are moved, never multiplied as fractions. */
export const parsePence = (typed: string, name: string): number => {
  const clean = typed.replace(/[£,\s]/g, '');
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(clean);
  if (!match) {
    const message = 'Give an amount in pounds, such as 1,250 or 1250.50.';
    throw new DomainError('invalid-input', message, {}, [{ path: `/${name}`, message }]);
  }
  const pence = Number(`${match[2] ?? '0'}${(match[3] ?? '').padEnd(2, '0')}`);
  return match[1] === '-' ? -pence : pence;
};

/** '62.5' as a percentage in basis points. */
export const parsePercentBp = (typed: string, name: string): number => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.trim());
  const basisPoints = match ? Number(`${match[1] ?? '0'}${(match[2] ?? '').padEnd(2, '0')}`) : 10_001;
  if (basisPoints > 10_000) {
    const message = 'Give a percentage from 0 to 100, with at most two decimals.';
    throw new DomainError('invalid-input', message, {}, [{ path: `/${name}`, message }]);
  }
  return basisPoints;
};

/** Pence as somebody would type them into a field: 125000 is '1250', 125050 is '1250.50'. */
export const poundsTyped = (pence: number): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  const odd = digits.slice(-2);
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}${odd === '00' ? '' : `.${odd}`}`;
};
