import tseslint from 'typescript-eslint';
import prettier from 'eslint-config-prettier';

/** Hidden inputs that imports cannot show: time, chance and the process. They are passed in as arguments. */
const hiddenInputs = {
  'no-restricted-globals': [
    'error',
    ...['process', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'Intl', 'performance', 'crypto'],
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Pass a clock in.' },
    { object: 'Math', property: 'random', message: 'Pass a random source in.' },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pass a clock in.' },
    {
      selector: "CallExpression[callee.property.name='localeCompare']",
      message: 'Order must not follow a locale.',
    },
    {
      selector: "CallExpression[callee.property.name='toLocaleString']",
      message: 'Text must not follow a locale.',
    },
  ],
};

/** Every engine may round these its own way, so a seed would not fix a result. core/draws and core/exact have their own. */
const engineDependent = [
  'log',
  'log2',
  'log10',
  'log1p',
  'exp',
  'expm1',
  'pow',
  'cbrt',
  'hypot',
  'sin',
  'cos',
  'tan',
  'atan2',
];

export default tseslint.config(
  { ignores: ['.build/', '.cache/', 'node_modules/', 'data/', 'docs/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, prettier],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['src/core/**/*.ts', 'src/ledger/**/*.ts', 'src/report/**/*.ts'], rules: hiddenInputs },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        ...hiddenInputs['no-restricted-properties'],
        ...engineDependent.map((property) => ({
          object: 'Math',
          property,
          message: 'Its last digits differ between engines; see core/draws and core/exact.',
        })),
      ],
    },
  },
  { files: ['src/cli/**/*.ts', 'src/cli.ts', 'src/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-console': 'off',
    },
  },
);
