import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.ts';

/** What a verification of the whole ledger found, and when. */
export interface LastCheck {
  /** ISO instant. */
  readonly checkedAt: string;
  /** Each with its code and what else is known of it; none when the ledger is sound. */
  readonly findings: readonly Finding[];
}

export interface Finding {
  readonly code: string;
  readonly [data: string]: unknown;
}

/** Beside the ledger and not in it: looking changes nothing there. */
function checkFile(archive: string): string {
  return join(archive, 'verifica.json');
}

/** Null when nobody looked yet, or nobody can read what was found: then somebody looks again. */
export function readLastCheck(archive: string): LastCheck | null {
  try {
    const told: unknown = JSON.parse(readFileSync(checkFile(archive), 'utf8'));
    return isCheck(told) ? told : null;
  } catch {
    return null;
  }
}

/** A disk that is full or may not be written is told by whoever has to write; here somebody looks again. */
export function keepLastCheck(archive: string, check: LastCheck): void {
  try {
    writeWhole(checkFile(archive), `${JSON.stringify(check)}\n`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** Another ledger is here: nothing is known of it. */
export function forgetLastCheck(archive: string): void {
  rmSync(checkFile(archive), { force: true });
}

function isCheck(value: unknown): value is LastCheck {
  if (typeof value !== 'object' || value === null) return false;
  const { checkedAt, findings }: Partial<Record<keyof LastCheck, unknown>> = value;
  return (
    typeof checkedAt === 'string' &&
    Array.isArray(findings) &&
    findings.every(
      (one: unknown) =>
        typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string',
    )
  );
}
