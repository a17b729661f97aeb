import type { Rata } from '../../../../shared/domain/message/recipient.ts';
import { plainFiscalCode } from '../../../../shared/domain/message/fiscal-code.ts';

/** A message of a campaign, by what it is found by. */
export interface WalkedMessage {
  readonly row: number;
  /** Of a row that asks for several things: which one, from 0. */
  readonly part: number;
  readonly rata: Rata | null;
  readonly fiscalCode: string;
  readonly name: string | null;
}

/** Counts the messages of each row: they come in order. */
export function walkOf(messages: readonly Omit<WalkedMessage, 'part'>[]): readonly WalkedMessage[] {
  const walk: WalkedMessage[] = [];
  for (const { row, rata, fiscalCode, name } of messages) {
    const before = walk.at(-1);
    walk.push({ row, rata, fiscalCode, name, part: before?.row === row ? before.part + 1 : 0 });
  }
  return walk;
}

/**
 * Where what a person typed leads: a number is a row, anything else the beginning of a codice fiscale or a part of a
 * name. Searched from behind `from` on, and around; -1 for nowhere.
 */
export function findIn(walk: readonly WalkedMessage[], typed: string, from: number): number {
  const wanted = typed.trim();
  if (wanted === '') return -1;
  if (/^\d{1,7}$/.test(wanted)) return walk.findIndex(({ row }) => row === Number(wanted));
  const code = plainFiscalCode(wanted);
  const words = wanted.toLowerCase();
  for (let step = 1; step <= walk.length; step++) {
    const at = (Math.max(from, -1) + step) % walk.length;
    const one = walk[at];
    if (one === undefined) continue;
    if (one.fiscalCode.startsWith(code) || one.name?.toLowerCase().includes(words) === true) return at;
  }
  return -1;
}
