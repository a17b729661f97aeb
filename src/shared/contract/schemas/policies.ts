import { z } from 'zod';
import { switchables } from '../../domain/policies.ts';
import { text } from './base.ts';

const folder = z.string().trim().min(3).max(1_000);

/** The file of an administrator, `criteri.json`. What it does not know it refuses: a misspelt lock would lock nothing. */
export const policiesFile = z.strictObject({
  /** Folder of the ledger; `{utente}` stands for the name of the account. */
  archivio: folder.optional(),
  /** Second folder of the copies; `{utente}` too. */
  secondaCartella: folder.optional(),
  messaggi: z.boolean().optional(),
  apiLocale: z.boolean().optional(),
  aggiornamenti: z.boolean().optional(),
});

export const policies = z.strictObject({
  file: text,
  state: z.enum(['none', 'applied', 'unreadable']),
  complaint: text,
  off: z.array(z.enum(switchables)).readonly(),
  archive: text.nullable(),
  secondFolder: text.nullable(),
});
