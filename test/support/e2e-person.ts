import { expect } from 'chai';
import type { Browser, BrowserContext, ElementHandle, Page } from 'puppeteer';

export type Screen = {
  readonly width: number;
  readonly height: number;
  readonly script: boolean;
  readonly touch: boolean;
};

export const DESK: Screen = { width: 1280, height: 900, script: true, touch: false };
export const PHONE_WITHOUT_SCRIPT: Screen = { width: 390, height: 844, script: false, touch: true };

type Place = Page | ElementHandle;

const FIELDS = 'input, textarea, select';
/** What the style sheet puts around words that only a screen reader hears. */
const HARD_SPACE = '\u00a0';
const PRESSED = 'button, a, summary, [role=button]';

/**
 * One person at one device, who finds things as people do: by the label of a field, by the words on a button or link.
 * Names are accessible names, so what this person finds, a screen reader finds, too. Each has cookies of their own.
 */
export class Person {
  readonly name: string;
  readonly page: Page;
  /** What the browser complained about: errors of scripts, of the page's policy, of missing files. */
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #address: string;

  private constructor(name: string, page: Page, context: BrowserContext, address: string) {
    this.name = name;
    this.page = page;
    this.#context = context;
    this.#address = address;
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('requestfailed', (request) => {
      this.complaints.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`);
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  static async arrive(browser: Browser, address: string, name: string, screen = DESK): Promise<Person> {
    return Person.#at(await browser.createBrowserContext(), address, name, screen);
  }

  /** A second screen of the same person, with the same cookies. */
  async beside(screen: Screen): Promise<Person> {
    return Person.#at(this.#context, this.#address, this.name, screen);
  }

  static async #at(context: BrowserContext, address: string, name: string, screen: Screen): Promise<Person> {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.setViewport({ width: screen.width, height: screen.height, hasTouch: screen.touch });
    await page.setJavaScriptEnabled(screen.script);
    return new Person(name, page, context, address);
  }

  /** Opens an address, whole or below ours, and gives the status of the answer. */
  async opens(path: string): Promise<number> {
    const whole = path.startsWith('http') ? path : this.#address + path;
    const answer = await this.page.goto(whole, { waitUntil: 'load' });
    return answer?.status() ?? 0;
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async text(): Promise<string> {
    const said = (await this.page.evaluate('document.body.innerText')) as string;
    return said.replace(/\s+/g, ' ');
  }

  async sees(...words: readonly string[]): Promise<void> {
    const text = await this.text();
    for (const each of words)
      if (!text.includes(each)) throw new Error(`${this.name} misses “${each}” at ${this.path}:\n${text}`);
  }

  async doesNotSee(...words: readonly string[]): Promise<void> {
    const text = await this.text();
    for (const each of words)
      if (text.includes(each)) throw new Error(`${this.name} sees “${each}” at ${this.path}:\n${text}`);
  }

  async hasField(label: string): Promise<boolean> {
    return (await this.#find(this.page, label, FIELDS)).length > 0;
  }

  /** The part of the page with this name: a group of fields by its legend, a table by its caption. */
  async within(name: string): Promise<ElementHandle> {
    return this.#only(this.page, name, 'fieldset, table');
  }

  /** The part of the page that an address could point to. */
  async at(id: string): Promise<ElementHandle> {
    const found = await this.page.$(id);
    return found ?? Promise.reject(await this.#lost(id));
  }

  async fills(values: Readonly<Record<string, string>>, place: Place = this.page): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const field = await this.#only(place, label, FIELDS);
      if ((await field.evaluate((one) => one.type as string)) === 'date') await setDate(field, value);
      else await this.#types(field, value);
    }
  }

  /** All at once, as from a keyboard that suggests words; what stood there is typed over. */
  async #types(field: ElementHandle, value: string): Promise<void> {
    await field.evaluate((one) => void (one.value = ''));
    await field.focus();
    await this.page.keyboard.sendCharacter(value);
  }

  /** Ticks or chooses, wherever its words stand once: `place` is the group it is looked for in. */
  async chooses(label: string, place: Place = this.page): Promise<void> {
    await (await this.#only(place, label, 'input[type=radio], input[type=checkbox]')).click();
  }

  /** Picks from a list by its value. */
  async picks(label: string, value: string, place: Place = this.page): Promise<void> {
    await (await this.#only(place, label, 'select')).select(value);
  }

  async reads(label: string): Promise<string> {
    const field = await this.#only(this.page, label, FIELDS);
    return field.evaluate((one) => one.value as string);
  }

  /** Opens a closed "details" box. */
  async unfolds(words: string, place: Place = this.page): Promise<void> {
    await (await this.#only(place, words, 'summary')).click();
  }

  /** Presses a button or follows a link and waits for the page behind it. */
  async presses(words: string, place: Place = this.page): Promise<void> {
    const status = await this.#press(words, place);
    if (status >= 400) throw new Error(`${this.name} presses ${words}: ${status}\n${await this.text()}`);
  }

  async #press(words: string, place: Place): Promise<number> {
    const [target] = await this.#find(place, words, PRESSED);
    if (!target) throw await this.#lost(words);
    const [answer] = await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), target.click()]);
    if (this.page.url().startsWith('chrome-error:'))
      throw new Error(`${this.name} presses ${words}, and no page comes: ${this.complaints.join('\n')}`);
    return answer?.status() ?? 0;
  }

  /** Presses, and reads why that could not be done. The refusal itself is no complaint of the browser's. */
  async isRefused(words: string, ...sentences: readonly string[]): Promise<void> {
    const before = this.complaints.length;
    const status = await this.#press(words, this.page);
    expect(status, `${this.name} presses ${words}`).to.be.within(400, 499);
    await this.sees(...sentences);
    this.complaints.splice(before);
  }

  /** A file behind the sign-in, fetched with this person's cookies. */
  async downloads(path: string): Promise<Uint8Array> {
    const cookies = await this.#context.cookies();
    const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.#address + path, { headers: { cookie: header } });
    expect(answer.status, `${this.name} downloads ${path}`).to.equal(200);
    return new Uint8Array(await answer.arrayBuffer());
  }

  async #find(place: Place, name: string, selector: string): Promise<ElementHandle[]> {
    const asked = [name, `${HARD_SPACE}${name}${HARD_SPACE}`].map((one) => `[name=${JSON.stringify(one)}]`);
    const found = (await Promise.all(asked.map((one) => place.$$(`::-p-aria(${one})`)))).flat();
    const matching = await Promise.all(
      found.map((one) => one.evaluate((element, wanted) => element.matches(wanted) as boolean, selector)),
    );
    return found.filter((_one, index) => matching[index]);
  }

  async #only(place: Place, name: string, selector: string): Promise<ElementHandle> {
    const found = await this.#find(place, name, selector);
    if (found.length === 1) return found[0] as ElementHandle;
    throw await this.#lost(name, found.length);
  }

  async #lost(name: string, count = 0): Promise<Error> {
    const text = await this.text();
    return new Error(`${this.name} finds ${count} of “${name}” at ${this.path}, which reads:\n${text}`);
  }
}

/** Typing into a date field depends on the browser's language; its value does not. */
const setDate = async (field: ElementHandle, value: string): Promise<void> => {
  await field.evaluate((one, given) => void (one.value = given), value);
};
