/** Cells as a person names them: column 5 of row 6, counted from 0, is F7. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
};

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Where 'F' or 'f' stands, from 0; undefined for what names no column. */
export const columnNumber = (letters: string): number | undefined => {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};
