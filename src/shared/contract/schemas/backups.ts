import { z } from 'zod';
import {
  backupReasons,
  type BackupProblem,
  type OlderLedger,
  type PlaceNotice,
} from '../../domain/backup.ts';
import { codedValue, count, text } from './base.ts';

/** A copy of the ledger. What is null is not known: nothing is said of the copy that can be read. */
export const backup = z.strictObject({
  /** The whole path. */
  file: text,
  name: text,
  /** `unchecked`: its bytes were not read again for this answer. */
  state: z.enum(['verified', 'unchecked', 'damaged', 'missing', 'no-manifest']),
  bytes: count.nullable(),
  /** ISO instant. */
  madeAt: text.nullable(),
  reason: z.enum(backupReasons).nullable(),
  /** How many documents and payments it holds. */
  documents: count.nullable(),
  payments: count.nullable(),
  /** SHA-256 of the file. */
  sha256: text.nullable(),
  /** Of the program that made it. */
  program: text.nullable(),
});

/** What somebody should know of the ledger and its copies, whatever screen is open. */
export const backupState = z.strictObject({
  /** What went wrong with the last copies. */
  troubles: z.array(codedValue<BackupProblem>()).readonly(),
  /** An older ledger lies in the place of the last one, and nobody has said yet that it is right. */
  older: codedValue<OlderLedger>().nullable(),
  /** What should be known of the place where it lies: it can only be read, or another program copies it away. */
  place: z.array(codedValue<PlaceNotice>()).readonly(),
  /** What the last verification found wrong, and when it looked; null when it found nothing, or nobody looked yet. */
  damage: z
    .strictObject({ checkedAt: text, findings: z.array(z.looseObject({ code: z.string() })).readonly() })
    .nullable(),
});

export const backups = z.strictObject({
  /** Where the copies lie. */
  folder: text,
  secondFolder: text.nullable(),
  /** The newest first; then those of the second folder, then the ledgers that gave way to a restored one. */
  copies: z.array(backup).readonly(),
});

export const restored = z.strictObject({
  /** The file that was put in the place of the ledger. */
  source: text,
  /** Where the ledger that was here is now; it can be restored as well. Null when there was none. */
  kept: text.nullable(),
  /** The ledger that was here was damaged. */
  wasDamaged: z.boolean(),
  /** Names the ledger. */
  ledger: text,
  documents: count,
  payments: count,
});
