import type { Migration } from '../migrate.ts';
import { firstTables } from './0001-first-tables.ts';

/** Every step of the schema, oldest first; a step that was published is never edited. */
export const migrations: readonly Migration[] = [firstTables];
