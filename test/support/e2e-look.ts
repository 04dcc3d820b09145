import type { Page } from 'puppeteer';
import {
  contentsOf,
  findAxeFaults,
  findKeyboardFaults,
  findTextFaults,
  findWidthFaults,
  headingsOf,
} from './e2e-page-checks.ts';
import { DESK } from './e2e-person.ts';
import type { Person } from './e2e-person.ts';

const NARROW = { width: 320, height: 740, script: false, touch: true };

/** Looks at pages with the eyes of one person, at a desk and on the narrowest phone, and keeps what is wrong. */
export type Onlooker = {
  /** Opens the page twice, the second time on the phone and without JavaScript. `status` is what the answer should be. */
  readonly visits: (path: string, status: number) => Promise<void>;
  /** Looks at the page that stands open, such as the answer to a form. */
  readonly looksAround: () => Promise<void>;
  readonly faults: readonly string[];
};

/** The header's script answers to a new width a moment later. */
const letSettle = async (page: Page): Promise<void> => {
  await page.evaluate('new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 300))');
};

/**
 * `seen` is what has been looked at closely already, by any onlooker who shares it: a page of a known name with nothing
 * new on it is only looked over.
 */
export const startLooking = async (person: Person, seen: Set<string>): Promise<Onlooker> => {
  const phone = await person.beside(NARROW);
  const { page } = person;
  const faults: string[] = [];
  const note = (found: readonly string[]): void => {
    faults.push(...found.map((fault) => `${person.path} ${fault}`));
  };

  const looksAround = async (): Promise<void> => {
    note(await findTextFaults(page));
    const contents = await contentsOf(page);
    if (contents.every((one) => seen.has(one))) return;
    contents.forEach((one) => seen.add(one));
    note(await findAxeFaults(page));
    await page.setViewport({ width: NARROW.width, height: NARROW.height });
    await letSettle(page);
    note(await findWidthFaults(page));
    note(await findAxeFaults(page));
    await page.setViewport({ width: DESK.width, height: DESK.height });
    // Last, because it leaves the focus somewhere, and what has the focus may lie over something else.
    note(await findKeyboardFaults(page));
  };

  const visits = async (path: string, status: number): Promise<void> => {
    const before = [person.complaints.length, phone.complaints.length] as const;
    const answered = [await person.opens(path), await phone.opens(path)];
    if (answered.some((one) => one !== status)) note([`answers ${answered.join(' and ')}, not ${status}`]);
    // A refused page is itself a resource that failed to load; that much the browser may say.
    const isComplaint = (said: string): boolean =>
      status < 400 || !said.includes(`responded with a status of ${status}`);
    const said = [...person.complaints.splice(before[0]), ...phone.complaints.splice(before[1])];
    note(said.filter(isComplaint));
    const headings = [await headingsOf(page), await headingsOf(phone.page)].map((each) => each.join());
    if (headings[0] !== headings[1]) note([`is headed ${headings[1]} without JavaScript`]);
    note(await findWidthFaults(phone.page));
    await looksAround();
  };

  return { visits, looksAround, faults };
};
