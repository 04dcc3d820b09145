import { DomainError } from '../core/errors.ts';
import type { Form } from './page.ts';
import { field } from './page.ts';

/** The rows of a form that hold something, each with the number it has on the page. */
export type Slots<Item> = { readonly items: readonly Item[]; readonly rows: readonly number[] };

/** Rows left blank are left out; `read` gives undefined for one. */
export const readSlots = <Item>(count: number, read: (row: number) => Item | undefined): Slots<Item> => {
  const found = Array.from({ length: count }, (_unused, row) => row).flatMap((row) => {
    const item = read(row);
    return item === undefined ? [] : [{ row, item }];
  });
  return { items: found.map(({ item }) => item), rows: found.map(({ row }) => row) };
};

/** True when every one of these fields of the row is blank. */
export const isBlank = (form: Form, names: readonly string[]): boolean =>
  names.every((name) => field(form, name) === '');

/** Faults name an item by its place among those sent; on the page it stands in the row it was typed in. */
export const inRows = async <Done>(
  prefix: string,
  rows: readonly number[],
  act: () => Promise<Done>,
): Promise<Done> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const faults = error.faults.map((fault) => ({
      ...fault,
      path: fault.path.replace(
        new RegExp(`^/${prefix}/(\\d+)`),
        (_whole, place: string) => `/${prefix}/${rows[Number(place)] ?? place}`,
      ),
    }));
    throw new DomainError(error.code, error.detail, error.evidence, faults);
  }
};
