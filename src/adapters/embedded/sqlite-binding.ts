import { isBuiltin } from 'node:module';
import type { DatabaseSync } from '@photostructure/sqlite';

export type Database = InstanceType<typeof DatabaseSync>;

/**
 * SQLite comes from Node itself where Node has it without a flag (22.13 and later), and otherwise from a package
 * with the same interface whose binaries are inside it. Nothing else in the project knows which one it is.
 */
const source = isBuiltin('node:sqlite') ? 'node:sqlite' : '@photostructure/sqlite';
const binding = (await import(source)) as { DatabaseSync: typeof DatabaseSync };

export const openDatabase = (file: string): Database => new binding.DatabaseSync(file);
