import * as fc from 'fast-check';
import { expect } from 'vitest';
import { flussoXml } from '../../src/main/demo/write-flusso.ts';
import type { Input } from '../../src/shared/contract/api.ts';
import { iufsOf } from '../../src/shared/domain/decision.ts';
import type { Office } from '../helpers/office.ts';
import { drop, type deal } from './desk.ts';
import type { Paper } from './office-arbitrary.ts';

type Decision = Input<'decisions.make'>['decision'];

/** What somebody does at the desk beside importing; the numbers choose among what is there. */
export const act = fc.record({
  type: fc.constantFrom('decide', 'decide', 'decide', 'decide', 'take-back', 'undo', 'drop', 'revise'),
  kind: fc.constantFrom(
    'link',
    'link',
    'share',
    'share',
    'correct',
    'unlink',
    'exclude',
    'partner',
    'partner',
    'note',
  ),
  target: fc.constantFrom('provvisorio', 'flusso', 'payment'),
  which: fc.nat(99),
  other: fc.nat(99),
});
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

export async function perform(ledger: Office, one: Act, drops: ReturnType<typeof deal>): Promise<void> {
  const { which } = one;
  if (one.type === 'drop') {
    const dealt = drops[which % Math.max(drops.length, 1)];
    if (dealt !== undefined) await drop(ledger, dealt.papers, dealt.form);
  } else if (one.type === 'revise') {
    // Rather a flusso to which somebody led money.
    const led = (await heldBy(ledger)).flatMap(({ decision }) => iufsOf(decision));
    const iuf = pick(led.length > 0 ? led : (await ledger.flussi()).map((flusso) => flusso.iuf), which);
    if (iuf !== null) await drop(ledger, [revisionOf(iuf, one.other)]);
  } else if (one.type === 'undo') {
    const standing = (await ledger.history()).filter(({ undoneAt }) => undoneAt === null);
    const document = pick(standing, which);
    if (document !== null) await ledger.undo(document.id);
  } else if (one.type === 'take-back') {
    const held = pick(await heldBy(ledger), which);
    if (held !== null) await ledger.ask('decisions.undo', { id: held.id });
  } else {
    const decision = await decisionOf(ledger, one);
    if (decision !== null) await decide(ledger, decision);
  }
}

/** A version of a flusso that comes after all others. */
function revisionOf(iuf: string, other: number): Paper {
  const revision = 3 + (other % 2);
  const righe = [{ iuv: '01000000000000144', iur: 'RIVISTO', cents: 100 + (other % 3) }];
  return { name: `${iuf} ${revision}.xml`, content: flussoXml({ iuf, revision, date: '2026-01-15', righe }) };
}

/** What would change nothing is refused, and that is all that may be wrong with it. */
async function decide(ledger: Office, decision: Decision): Promise<void> {
  try {
    await ledger.ask('decisions.make', { decision });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('decision-impossible')) throw error;
  }
}

async function heldBy(ledger: Office) {
  const { rows } = await ledger.ask('decisions.list', {});
  return rows.filter(({ undoneAt }) => undoneAt === null);
}

/** The newest first, or the desk would be full of decisions that wait for papers. */
export async function takeAllBack(ledger: Office): Promise<void> {
  for (const { id } of await heldBy(ledger)) await ledger.ask('decisions.undo', { id });
  expect(await heldBy(ledger)).toEqual([]);
}

function pick<T>(list: readonly T[], number: number): T | null {
  return list[number % Math.max(list.length, 1)] ?? null;
}

const neverSeen = '2026-03-03BINVIT9X-MAIVISTO';

async function decisionOf(ledger: Office, { kind, target, which, other }: Act): Promise<Decision | null> {
  const flussi = (await ledger.flussi()).map(({ iuf }) => iuf);
  if (kind === 'partner' || kind === 'note') {
    const found = await targetOf(ledger, target, which, flussi);
    if (found === null) return null;
    return kind === 'note'
      ? { kind, target: found, text: `nota ${other}` }
      : { kind, target: found, partner: `Partner ${other % 3}` };
  }
  const provvisorio = pick(await provvisori(ledger), which);
  if (provvisorio === null) return null;
  if (kind === 'share') return { kind, provvisorio, shares: sharesFor(which, other, [neverSeen, ...flussi]) };
  if (kind === 'correct') return { kind, provvisorio, reading: await readingFor(ledger, other, flussi) };
  if (kind === 'link') return { kind, provvisorio, iuf: pick([neverSeen, ...flussi], other) ?? neverSeen };
  return kind === 'unlink' ? { kind, provvisorio } : { kind, provvisorio, note: 'altro denaro' };
}

/** Up to three parts; more than there is, now and then, which is refused. */
function sharesFor(which: number, other: number, iufs: readonly string[]) {
  const parts = [50, 100, 200].slice(0, 1 + (which % 3));
  const shares = new Map(parts.map((cents, i) => [pick(iufs, other + i) ?? neverSeen, cents + (other % 2)]));
  return [...shares].map(([iuf, cents]) => ({ iuf, cents }));
}

async function readingFor(ledger: Office, other: number, flussi: readonly string[]) {
  const payment = pick(await ledger.payments(), other);
  const iuf = pick([neverSeen, ...flussi], other) ?? neverSeen;
  if (other % 4 === 0) return { kind: 'unreadable' as const };
  if (other % 4 > 1 || payment === null) return { kind: 'iuf' as const, iuf };
  return { kind: 'iuv' as const, iuv: payment.iuv };
}

async function provvisori(ledger: Office) {
  const rows = await ledger.provvisori();
  return rows.map(({ esercizio, numero, conto }) => ({ esercizio, numero, conto }));
}

async function targetOf(ledger: Office, type: Act['target'], which: number, flussi: readonly string[]) {
  if (type === 'provvisorio') {
    const provvisorio = pick(await provvisori(ledger), which);
    return provvisorio === null ? null : { type, ...provvisorio };
  }
  if (type === 'flusso') {
    const iuf = pick(flussi, which);
    return iuf === null ? null : { type, iuf };
  }
  const payment = pick(await ledger.payments(), which);
  return payment === null ? null : { type, iuv: payment.iuv, iur: payment.iur, index: payment.index };
}
