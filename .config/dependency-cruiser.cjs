/** The house rules of docs/house.md as import rules: which room may import which room and which packages. */
const rooms = {
  core: { below: [], packages: [] },
  ledger: { below: ['core'], packages: ['crypto'] },
  report: { below: ['core', 'ledger'], packages: [] },
  usecases: { below: ['core', 'ledger', 'report'], packages: [] },
  adapters: { below: ['core', 'ledger', 'report', 'usecases'], packages: ['.'] },
  http: {
    below: ['core', 'report', 'usecases'],
    packages: ['.'],
    not: ['mongoose', 'puppeteer', '@photostructure', 'pdf-lib', 'ajv', 'handlebars'],
  },
  cli: { below: ['core', 'report', 'usecases'], packages: ['commander'] },
};

const packageTypes = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const roomRules = Object.entries(rooms).flatMap(([room, { below, packages, not = [] }]) => [
  {
    name: `${room}-reaches-only-down`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
  },
  ...(packages.includes('.')
    ? []
    : [
        {
          name: `${room}-packages`,
          severity: 'error',
          from: { path: `^src/${room}/` },
          to: {
            dependencyTypes: packageTypes,
            ...(packages.length ? { pathNot: `(^|node_modules/)(${packages.join('|')})(/|$)` } : {}),
          },
        },
      ]),
  ...not.map((name) => ({
    name: `${room}-not-${name.replace(/\W/g, '')}`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: `(^|node_modules/)${name}(/|$)` },
  })),
]);

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-compose-builds-adapters',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(adapters/|compose\\.ts$)' },
      to: { path: '^src/adapters/' },
    },
    {
      name: 'compose-knows-no-front-door',
      severity: 'error',
      from: { path: '^src/compose\\.ts$' },
      to: { path: '^src/(http|cli)/' },
    },
    {
      name: 'nobody-imports-the-front-doors',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-cycles', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      // No import shows who starts these: the front doors, what .config/ready.mjs runs, workers, scripts of the pages.
      name: 'no-dead-files',
      severity: 'error',
      from: { path: '^src/(main|cli|adapters/pdf/prepare)\\.ts$' },
      to: {
        reachable: false,
        path: '^src/',
        pathNot: '^src/(main|cli|adapters/pdf/prepare|.*-worker)\\.ts$|^src/assets/',
      },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.build|\\.cache)/' },
  },
};
