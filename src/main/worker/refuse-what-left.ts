import { hasLeft, type WhatLeft } from '../../shared/domain/what-left.ts';
import type { ReadableLedger } from '../ledger/open.ts';
import { whatLeft } from '../ledger/what-left.ts';
import type { JobContext } from './job-context.ts';

/** Something of it left the building: a person has to know that before it is taken back. */
export interface AlreadyLeft {
  readonly code: 'already-left';
  readonly left: WhatLeft;
}

export interface Anyway {
  /** A person saw what left, and takes it back all the same. */
  readonly anyway?: boolean;
}

/** As a person who asks is told at once, before anything is copied. */
export function alreadyLeft(
  ledger: ReadableLedger,
  undone: Parameters<typeof whatLeft>[1],
  anyway: boolean,
): AlreadyLeft | null {
  const left = anyway ? null : whatLeft(ledger, undone);
  return left !== null && hasLeft(left) ? { code: 'already-left', left } : null;
}

/** Why some documents may not be taken back just so; null when they may. Who goes on all the same is told in the trail. */
export function refuseWhatLeft(
  ledger: ReadableLedger,
  undone: Parameters<typeof whatLeft>[1] & { readonly name: string; readonly anyway: boolean },
  context: Pick<JobContext, 'tell'>,
): AlreadyLeft | null {
  const left = whatLeft(ledger, undone);
  if (!hasLeft(left)) return null;
  if (!undone.anyway) return { code: 'already-left', left };
  const { fileCount: files, consumers, programs, messages, sent } = left;
  const details = {
    files,
    consumers: consumers.map(({ name }) => name),
    programs: programs.map(({ name }) => name),
    messages,
    sent,
  };
  context.tell([{ operation: 'undone-after-leaving', subject: undone.name, details }]);
  return null;
}
