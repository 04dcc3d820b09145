import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import Handlebars from 'handlebars';
import { createTemplateRenderer } from '../../../src/adapters/templates/renderer.ts';
import { createRendererOf } from './render-source.ts';
import { describeMarkup } from '../../support/dom-compare.ts';

type Fixture = {
  readonly name: string;
  readonly context: Record<string, unknown>;
  readonly callBlock?: unknown;
  readonly html: string;
};

/** The parts of each component that no page of ours uses, by fixture name; every other fixture must match. */
const LEFT_OUT: Record<string, readonly string[]> = {
  'back-link': [],
  breadcrumb: [],
  button: [],
  card: ['with image', 'with image and caption', 'with image and custom HTML'],
  'character-count': ['with neither maxlength nor maxwords set', 'with translations'],
  checkboxes: [],
  'date-input': [],
  details: [],
  'error-message': [],
  'error-summary': [],
  fieldset: [],
  'file-upload': ['button', 'with multiple', 'with translations'],
  hint: [],
  input: [],
  'inset-text': [],
  label: [],
  legend: [],
  'notification-banner': [],
  panel: [],
  radios: [],
  scroll: ['default'],
  select: [],
  'skip-link': [],
  'summary-list': [
    'as a card (type emergency) with actions',
    'as a card (type non-urgent) with actions',
    'as a card (type urgent) with actions',
  ],
  tables: ['sortable server-side'],
  tag: [],
  'task-list': [],
  textarea: [],
  'warning-callout': [],
};

const ours = createTemplateRenderer({ folder: 'templates' });

function loadFixtures(component: string): readonly Fixture[] {
  const file = `node_modules/nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`;
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: readonly Fixture[] };
  return fixtures.filter((fixture) => fixture.callBlock === undefined);
}

/** In the package's examples an option that ends in html is trusted markup; in ours a view cannot say so. */
function trustHtml(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => trustHtml(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, trustHtml(item, name)]));
  }
  return typeof value === 'string' && /html$/i.test(key) ? new Handlebars.SafeString(value) : value;
}

function matches(component: string, { context, html }: Fixture, expected = html): boolean {
  const actual = ours.render(`nhsuk/${component}`, trustHtml(context) as object);
  return describeMarkup(actual) === describeMarkup(expected);
}

describe('NHS.UK components in Handlebars', () => {
  for (const [component, leftOut] of Object.entries(LEFT_OUT)) {
    const fixtures = loadFixtures(component);
    const required = fixtures.filter(({ name }) => !leftOut.includes(name));

    it(`${component} equals ${required.length} of the package's ${fixtures.length} examples`, () => {
      for (const fixture of required) {
        const actual = ours.render(`nhsuk/${component}`, trustHtml(fixture.context) as object);
        expect(describeMarkup(actual), fixture.name).to.equal(describeMarkup(fixture.html));
      }
    });
  }

  it('covers at least four fifths of the examples of every component it claims', () => {
    for (const [component, leftOut] of Object.entries(LEFT_OUT)) {
      if (component === 'scroll' || component === 'file-upload') continue;
      const fixtures = loadFixtures(component);
      const required = fixtures.filter(({ name }) => !leftOut.includes(name));
      expect(required.length / fixtures.length, component).to.be.at.least(0.8);
    }
  });

  it('notices a class, an attribute, an element or a word that differs (positive control)', () => {
    const [fixture] = loadFixtures('button');
    if (!fixture) throw new Error('The package has no button example.');
    expect(matches('button', fixture)).to.be.true;
    const broken = [
      fixture.html.replace('class="nhsuk-button"', 'class=""'),
      fixture.html.replace(' type="submit"', ''),
      fixture.html.replace('Save', '<b>Save</b>'),
      fixture.html.replace('and continue', 'and stop'),
      fixture.html.replace('Save and', 'Save<span></span>and').replace('<span></span>', ''),
    ];
    for (const html of broken) expect(matches('button', fixture, html), html).to.be.false;
  });

  it('fails a partial that lost one class (positive control)', () => {
    const source = readFileSync('templates/partials/nhsuk/tag.hbs', 'utf8');
    const broken = source.replace('(cls "nhsuk-tag" ', '(cls ');
    const [fixture] = loadFixtures('tag');
    const render = (partial: string): string =>
      describeMarkup(createRendererOf({ tag: partial }).render('tag', fixture?.context ?? {}));
    expect(render(source)).to.equal(describeMarkup(fixture?.html ?? ''));
    expect(render(broken)).not.to.equal(describeMarkup(fixture?.html ?? ''));
  });

  it('is not fooled by order of classes and attributes or by white space', () => {
    expect(describeMarkup('<p class="a b" id="x">\n one </p>')).to.equal(
      describeMarkup('<p id="x" class="b  a">one</p>'),
    );
  });

  it('sees a space lost between two inline elements', () => {
    expect(describeMarkup('<p>a <b>c</b></p>')).not.to.equal(describeMarkup('<p>a<b>c</b></p>'));
  });
});
