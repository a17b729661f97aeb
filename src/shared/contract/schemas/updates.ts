import { z } from 'zod';
import { releaseKinds } from '../../domain/release.ts';
import { text } from './base.ts';

/** A newer version that was handed over, found whole, before anything is replaced. */
export const verifiedUpdate = z.strictObject({
  name: text,
  version: text,
  /** Of the program that runs. */
  running: text,
  kind: z.enum(releaseKinds),
  sha256: text,
  /** The publisher's signature was held against its key; false where this program has no key. */
  signed: z.boolean(),
  /** The copy of the ledger that was made for it. */
  copy: text,
});
