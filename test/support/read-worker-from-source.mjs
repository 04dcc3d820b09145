import { register } from 'tsx/esm/api';

// A thread does not inherit the loader that lets the tests run from source.
register();
await import('../../src/adapters/spreadsheet/read-worker.ts');
