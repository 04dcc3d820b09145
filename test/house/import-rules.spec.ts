import { expect } from 'chai';
import { cruiseTree } from './planted-tree.ts';
import type { Violation } from './planted-tree.ts';

/** A small house in good order: every room is there and imports only what the table in docs/house.md allows. */
const tidy: Readonly<Record<string, string>> = {
  'src/main.ts': `import { compose } from './compose.ts';\nimport { app } from './http/app.ts';\napp(compose());`,
  'src/cli.ts': `import { compose } from './compose.ts';\nimport { commands } from './cli/commands.ts';\ncommands(compose());`,
  'src/compose.ts': `import { openStore } from './adapters/mongo/store.ts';\nimport { print } from './adapters/pdf/print.ts';\nexport const compose = () => [openStore, print];`,
  'src/core/weigh.ts': `export const weigh = () => 1;`,
  'src/ledger/chain.ts': `import { createHash } from 'node:crypto';\nimport { weigh } from '../core/weigh.ts';\nexport const chain = () => [createHash, weigh];`,
  'src/report/outline.ts': `import { chain } from '../ledger/chain.ts';\nexport const outline = () => chain;`,
  'src/usecases/ports.ts': `import type { weigh } from '../core/weigh.ts';\nexport type Store = typeof weigh;`,
  'src/adapters/mongo/store.ts': `import mongoose from 'mongoose';\nimport type { Store } from '../../usecases/ports.ts';\nexport const openStore = (): Store => mongoose;`,
  'src/adapters/pdf/print.ts': `import puppeteer from 'puppeteer';\nimport { outline } from '../../report/outline.ts';\nexport const print = () => [puppeteer, outline];`,
  'src/http/app.ts': `import express from 'express';\nimport type { Store } from '../usecases/ports.ts';\nexport const app = (store: Store) => [express, store];`,
  'src/cli/commands.ts': `import { Command } from 'commander';\nimport { weigh } from '../core/weigh.ts';\nexport const commands = () => [Command, weigh];`,
};

type Breach = { readonly what: string; readonly rule: string; readonly from: string };

/** One file for each breach, all in one tree: a look takes seconds, so it is taken once. */
const planted: Record<string, string> = {};
const breaches: Breach[] = [];

const plant = (what: string, rule: string, files: Readonly<Record<string, string>>): void => {
  Object.assign(planted, files);
  breaches.push({ what, rule, from: Object.keys(files)[0] ?? '' });
};

const reach = (what: string, rule: string, from: string, imported: string): void =>
  plant(what, rule, { [from]: `${imported}\nexport const breach = () => thing;` });

const toLedger = `import { chain as thing } from '../ledger/chain.ts';`;
const toPdf = `import { print as thing } from '../adapters/pdf/print.ts';`;

reach('core imports a package', 'core-packages', 'src/core/a-package.ts', `import thing from 'mongoose';`);
reach('core imports node:fs', 'core-packages', 'src/core/a-file.ts', `import * as thing from 'node:fs';`);
reach('core imports the ledger', 'core-reaches-only-down', 'src/core/up.ts', toLedger);
reach(
  'the ledger imports node:fs',
  'ledger-packages',
  'src/ledger/a-file.ts',
  `import * as thing from 'node:fs';`,
);
reach(
  'the report imports a package',
  'report-packages',
  'src/report/a.ts',
  `import thing from 'handlebars';`,
);
reach(
  'the report imports a use case',
  'report-reaches-only-down',
  'src/report/up.ts',
  `import type { Store as thing } from '../usecases/ports.ts';`,
);
reach(
  'a use case imports express for a type only',
  'usecases-packages',
  'src/usecases/a-type.ts',
  `import type thing from 'express';`,
);
reach('a use case imports an adapter', 'usecases-reaches-only-down', 'src/usecases/up.ts', toPdf);
reach('a page imports an adapter', 'only-compose-builds-adapters', 'src/http/across.ts', toPdf);
reach('a page imports the ledger', 'http-reaches-only-down', 'src/http/deep.ts', toLedger);
reach('a page imports mongoose', 'http-not-mongoose', 'src/http/a-store.ts', `import thing from 'mongoose';`);
reach('a command imports express', 'cli-packages', 'src/cli/a-server.ts', `import thing from 'express';`);
reach(
  'one adapter imports another',
  'adapters-do-not-know-each-other',
  'src/adapters/mongo/across.ts',
  `import { print as thing } from '../pdf/print.ts';`,
);
plant('compose imports a front door', 'compose-knows-no-front-door', {
  'src/compose.ts': `${tidy['src/compose.ts'] ?? ''}\nimport { app } from './http/app.ts';\nexport const front = () => app;`,
});
plant('a file imports main', 'nobody-imports-the-front-doors', {
  'src/cli/to-main.ts': `import '../main.ts';`,
});
plant('two files import each other', 'no-cycles', {
  'src/core/round/one.ts': `import { two } from './two.ts';\nexport const one = () => two;`,
  'src/core/round/two.ts': `import { one } from './one.ts';\nexport const two = () => one;`,
});
plant('two folders import each other though no two files do', 'no-folder-cycles', {
  'src/core/left/one.ts': `import { right } from '../right/one.ts';\nexport const left = () => right;`,
  'src/core/left/two.ts': `export const two = 2;`,
  'src/core/right/one.ts': `export const right = 1;`,
  'src/core/right/two.ts': `import { two } from '../left/two.ts';\nexport const right2 = () => two;`,
});
plant('nobody imports a file', 'no-dead-files', {
  'src/core/dead.ts': `import { weigh } from './weigh.ts';\nexport const dead = () => weigh;`,
});
plant('an imported file is not there', 'nothing-unresolvable', {
  'src/core/missing.ts': `import { gone } from './gone.ts';\nexport const missing = () => gone;`,
});

describe('import rules', function () {
  this.timeout(120_000);
  let caught: readonly Violation[] = [];

  before(async () => {
    caught = (await cruiseTree({ ...tidy, ...planted })).violations;
  });

  it('find nothing in a house in good order', async () => {
    const { violations, modules } = await cruiseTree(tidy);
    expect(violations).to.deep.equal([]);
    expect(modules).to.be.at.least(Object.keys(tidy).length);
  });

  for (const { what, rule, from } of breaches) {
    it(`catch it when ${what}`, () => {
      const places = caught.filter((violation) => violation.rule === rule).map((violation) => violation.from);
      // A folder rule names the folder, and a cycle may be told from either end.
      const near = from.slice(0, from.lastIndexOf('/'));
      const isHere = (place: string): boolean =>
        place === from || (/cycles/.test(rule) && place.startsWith(near));
      expect(places.some(isHere), `${rule} at ${from}, but it was caught at: ${places.join(', ')}`).to.equal(
        true,
      );
    });
  }
});
