import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { listLeftForLater, listNameless, listOddExports, listOddNames, listTooLong } from './house-rules.ts';
import type { SourceFile } from './house-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const readTree = (folder: string, kinds: RegExp): readonly SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(root, file).split(sep).join('/'),
      text: readFileSync(file, 'utf8'),
    }));

const sources = readTree('src', /\.(ts|js|scss)$/);
const tests = readTree('test', /\.ts$/);
const templates = readTree('templates', /\.hbs$/);

const one = (path: string, text = ''): readonly SourceFile[] => [{ path, text }];

describe('house rules', () => {
  it('finds the sources at all', () => {
    expect(sources.length).to.be.greaterThan(50);
    expect(tests.length).to.be.greaterThan(10);
  });

  it('keeps every source file within 250 lines', () => {
    expect(listTooLong(sources)).to.deep.equal([]);
  });

  it('would notice a file of 251 lines and not one of 250', () => {
    expect(listTooLong(one('src/a.ts', 'x\n'.repeat(251)))).to.have.lengthOf(1);
    expect(listTooLong(one('src/a.ts', 'x\n'.repeat(250)))).to.have.lengthOf(0);
  });

  it('has no folder or file whose name says nothing', () => {
    expect(listNameless([...sources, ...templates])).to.deep.equal([]);
    expect(listNameless(tests.filter(({ path }) => !path.startsWith('test/support/')))).to.deep.equal([]);
  });

  it('would notice a helpers folder and a utils file', () => {
    expect(listNameless(one('src/core/helpers/sum.ts'))).to.have.lengthOf(1);
    expect(listNameless(one('src/core/utils.ts'))).to.have.lengthOf(1);
    expect(listNameless(one('src/core/attribute-helpers.ts'))).to.have.lengthOf(0);
  });

  it('names every file in kebab-case', () => {
    expect(listOddNames([...sources, ...tests, ...templates])).to.deep.equal([]);
  });

  it('would notice camel case', () => {
    expect(listOddNames(one('src/core/lockRubric.ts'))).to.have.lengthOf(1);
    expect(listOddNames(one('src/core/lock-rubric.spec.ts'))).to.have.lengthOf(0);
  });

  it('has no default exports and no barrels', () => {
    expect(listOddExports(sources.filter(({ path }) => path.endsWith('.ts')))).to.deep.equal([]);
  });

  it('would notice a barrel and a default export', () => {
    expect(listOddExports(one('src/a.ts', `export { b } from './b.ts';\n`))).to.have.lengthOf(1);
    expect(listOddExports(one('src/a.ts', `export * from './b.ts';\n`))).to.have.lengthOf(1);
    expect(listOddExports(one('src/a.ts', 'export default 1;\n'))).to.have.lengthOf(1);
    expect(listOddExports(one('src/a.ts', 'export const b = 1;\n'))).to.have.lengthOf(0);
  });

  it('leaves nothing marked for later', () => {
    expect(listLeftForLater([...sources, ...tests, ...templates])).to.deep.equal([]);
  });

  it('would notice such a mark', () => {
    expect(listLeftForLater(one('src/a.ts', `// ${'TO' + 'DO'}: later\n`))).to.have.lengthOf(1);
  });
});
