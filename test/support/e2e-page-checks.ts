import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Page } from 'puppeteer';

/** What is wrong with the page that stands open, in sentences; each check says nothing when all is well. */

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

export const findAxeFaults = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxePuppeteer(page).setLegacyMode().withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

const KINDS = `[...document.body.querySelectorAll('*')].map((one) =>
  [one.tagName, one.type, one.role, one.getAttribute('class')].join(' '))`;

/** What is on the page: its name, and each kind of element by tag, type, role and class. */
export const contentsOf = async (page: Page): Promise<readonly string[]> => [
  await page.title(),
  ...new Set((await page.evaluate(KINDS)) as readonly string[]),
];

export const findWidthFaults = async (page: Page): Promise<readonly string[]> => {
  const over = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  return over > 0 ? [`is ${over} px wider than the screen`] : [];
};

export const headingsOf = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate("[...document.querySelectorAll('h1')].map((one) => one.innerText)")) as string[];

const SLIPS = /\b(undefined|null|NaN)\b|\[object Object\]/;

export const findTextFaults = async (page: Page): Promise<readonly string[]> => {
  const title = await page.title();
  const headings = await headingsOf(page);
  const text = (await page.evaluate('document.body.innerText')) as string;
  const slip = SLIPS.exec(text);
  return [
    ...(/^.+ – Counterweight$/.test(title) ? [] : [`is titled “${title}”`]),
    ...(headings.length === 1 && headings[0] !== ''
      ? []
      : [`has the headings ${headings.join(', ') || 'none'}`]),
    ...(slip ? [`reads “${text.slice(Math.max(0, slip.index - 40), slip.index + 40)}”`] : []),
  ];
};

const FIRST_BUTTON =
  "[...document.querySelectorAll('main form button')].find((one) => one.checkVisibility())";
const FOCUS_STOPS =
  "document.querySelectorAll('a, input, select, textarea, button, summary, [tabindex]').length";
const ERRORS = '.nhsuk-error-summary';
/** A date field alone takes four. */
const STOPS_A_FIELD = 4;

/** By keyboard alone: the skip link comes first (after a refused form, what is to be put right), and the first button of the page is reached. */
export const findKeyboardFaults = async (page: Page): Promise<readonly string[]> => {
  const isFocused = async (what: string): Promise<boolean> =>
    Boolean(await page.evaluate(`document.activeElement === ${what}`));
  const hasErrors = (await page.$(ERRORS)) !== null;
  if (!hasErrors) await page.keyboard.press('Tab');
  const start = hasErrors ? ERRORS : '.nhsuk-skip-link';
  const faults = (await isFocused(`document.querySelector('${start}')`))
    ? []
    : [`does not start at ${start}`];
  if (!(await page.evaluate(`${FIRST_BUTTON} !== undefined`))) return faults;
  const most = STOPS_A_FIELD * Number(await page.evaluate(FOCUS_STOPS));
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(FIRST_BUTTON)) return faults;
  }
  return [...faults, 'has a button that the Tab key does not reach'];
};
