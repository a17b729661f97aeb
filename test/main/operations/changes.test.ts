import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listDocuments } from '../../../src/main/ledger/documents.ts';
import { openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import { changedPayments } from '../../../src/main/ledger/payment-list.ts';
import { setDerivation } from '../../../src/main/ledger/settings.ts';
import { changesSince } from '../../../src/main/operations/changes.ts';
import { bringUpToDate } from '../../../src/main/worker/rederive.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { ok } from '../../../src/shared/domain/result.ts';
import { aFlusso, anIuf, aPayment, aRicevuta } from '../../scenarios/papers.ts';
import { deskSettings } from '../../properties/desk.ts';
import { readHere } from '../../helpers/read-here.ts';

const outside = {
  now: '2026-03-31T10:00:00.000Z',
  isStopped: () => false,
  progress: () => undefined,
  reader: readHere,
};
const [first, second, third] = [aPayment(1, 100), aPayment(2, 200), aPayment(3, 300)];

interface Teller {
  readonly today?: string;
  readonly version?: string;
  readonly limit?: number;
}

/** What a reader that knows nothing else is told of the payments. */
function told(ledger: WritableLedger, since: string | null, teller: Teller = {}) {
  const { today = '2026-03-10', version = '1.0.0', limit = 100 } = teller;
  const day = today as Day;
  const changes = changesSince(
    ledger,
    'pagamenti',
    { since, limit },
    { today: day, version },
    (changed, page) => changedPayments(ledger, day, changed, page),
  );
  if (!changes.ok) return { code: changes.problem.code, rows: [], gone: [], cursor: '', more: false };
  return {
    ...changes.value,
    code: null,
    rows: changes.value.rows.map(({ iuv, late }) => [iuv, late] as const),
  };
}

describe('what changed since a cursor', () => {
  it('is what came, and the keys of what went; what went and came again is no news but as a row', () => {
    const { ledger, drop, undo } = aDesk();
    drop(first);
    const begun = told(ledger, null);
    expect(begun).toMatchObject({ rows: [[first.iuv, 0]], gone: [], more: false });
    drop(second);
    const next = told(ledger, begun.cursor);
    expect(next).toMatchObject({ rows: [[second.iuv, 0]], gone: [], more: false });
    undo(second);
    const without = told(ledger, next.cursor);
    expect(without.rows).toEqual([]);
    expect(without.gone.map((key) => JSON.parse(key) as unknown)).toEqual([[second.iuv, second.iur, 1]]);
    drop(second);
    expect(told(ledger, next.cursor)).toMatchObject({ rows: [[second.iuv, 0]], gone: [] });
    expect(told(ledger, without.cursor)).toMatchObject({ rows: [[second.iuv, 0]], gone: [] });
    // Whoever begins has nothing that could be gone.
    undo(second);
    expect(told(ledger, null)).toMatchObject({ rows: [[first.iuv, 0]], gone: [] });
  });

  it('is lost for no writer between two pages: the next walk tells what this one left out', () => {
    const { ledger, drop, undo } = aDesk();
    drop(first);
    drop(second);
    const page = told(ledger, null, { limit: 1 });
    expect(page).toMatchObject({ rows: [[first.iuv, 0]], more: true });
    undo(first);
    drop(third);
    const rest = told(ledger, page.cursor);
    expect(rest).toMatchObject({ rows: [[second.iuv, 0]], gone: [], more: false });
    const later = told(ledger, rest.cursor);
    expect(later.rows).toEqual([[third.iuv, 0]]);
    expect(later.gone).toHaveLength(1);
  });

  it('is a flusso as well of which nothing but the owner of a row changed', () => {
    const { ledger, dropFlusso, assign } = aDesk();
    dropFlusso([first, second]);
    const changed = (): unknown => ledger.prepare('SELECT changed FROM flow_states').pluck().get();
    const before = changed();
    assign(first);
    expect(changed()).toBe(Number(before) + 1);
  });

  it('is also what only the day changed, and changed back', () => {
    const { ledger, drop } = aDesk();
    drop(first);
    const begun = told(ledger, null);
    expect(told(ledger, begun.cursor, { today: '2026-03-10' }).rows).toEqual([]);
    const late = told(ledger, begun.cursor, { today: '2026-06-30' });
    expect(late.rows).toEqual([[first.iuv, 1]]);
    expect(told(ledger, late.cursor, { today: '2026-07-31' }).rows).toEqual([]);
    // A clock that was wrong.
    expect(told(ledger, late.cursor, { today: '2026-03-10' }).rows).toEqual([[first.iuv, 0]]);
  });

  it('counts every day on which a page of the walk was told', () => {
    const { ledger, drop } = aDesk();
    drop(first);
    drop(second);
    const page = told(ledger, null, { limit: 1 });
    const rest = told(ledger, page.cursor, { today: '2026-06-30' });
    expect(rest).toMatchObject({ rows: [[second.iuv, 1]], more: false });
    expect(told(ledger, rest.cursor).rows).toEqual([
      [first.iuv, 0],
      [second.iuv, 0],
    ]);
  });

  it('is everything for a program that may tell the same otherwise, and once the rules are other ones', () => {
    const { ledger, drop } = aDesk();
    drop(first);
    const begun = told(ledger, null);
    const updated = told(ledger, begun.cursor, { version: '1.1.0' });
    expect(updated.rows).toEqual([[first.iuv, 0]]);
    expect(told(ledger, updated.cursor, { version: '1.1.0' }).rows).toEqual([]);
    setDerivation(ledger, 0);
    bringUpToDate(ledger);
    const rederived = told(ledger, begun.cursor);
    expect(rederived.rows).toEqual([[first.iuv, 0]]);
    expect(told(ledger, rederived.cursor).rows).toEqual([]);
  });

  it('is not known when an older copy came back, not even after that one went on', () => {
    const desk = aDesk();
    desk.drop(first);
    const known = told(desk.ledger, null);
    desk.keepCopy();
    desk.drop(second);
    const later = told(desk.ledger, known.cursor);
    desk.bringCopyBack();
    expect(told(desk.ledger, later.cursor)).toMatchObject({ code: 'changes-begin-again' });
    desk.drop(third);
    desk.drop(second);
    expect(told(desk.ledger, later.cursor)).toMatchObject({ code: 'changes-begin-again' });
    // The copy itself knows what was asked of it.
    expect(told(desk.ledger, known.cursor).rows).toHaveLength(2);
  });

  it('is not known of another ledger, of another list, or for what is no cursor', () => {
    const [one, other] = [aDesk(), aDesk()];
    one.drop(first);
    other.drop(first);
    const { cursor } = told(one.ledger, null);
    expect(told(other.ledger, cursor)).toMatchObject({ code: 'changes-begin-again' });
    const ofFlussi = JSON.stringify({ ...(JSON.parse(cursor) as object), list: 'flussi' });
    for (const wrong of [ofFlussi, '', '{', 'null', '[]', '{}', cursor.replace('"number"', '"numero"')])
      expect(told(one.ledger, wrong)).toMatchObject({ code: 'changes-begin-again' });
    expect(told(one.ledger, cursor)).toMatchObject({ code: null });
  });
});

/** A ledger in a folder of its own, into which receipts are dropped; both go when the test ends. */
function aDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [archive, copy] = [join(folder, 'archivio'), join(folder, 'copia')];
  let ledger = opened(archive);
  onTestFinished(() => void ledger.close());
  expect(runJob(ledger, 'settings', { settings: deskSettings }, outside)).toMatchObject({ ok: true });
  return {
    get ledger() {
      return ledger;
    },
    drop: (payment: ReturnType<typeof aPayment>): void => {
      const path = join(folder, `${payment.iuv}.xml`);
      writeFileSync(path, aRicevuta(payment));
      expect(
        runJob(ledger, 'import', { files: [{ path, name: `${payment.iuv}.xml` }] }, outside),
      ).toMatchObject({
        ok: true,
      });
    },
    dropFlusso: (righe: readonly ReturnType<typeof aPayment>[]): void => {
      const path = join(folder, 'flusso.xml');
      writeFileSync(path, aFlusso(anIuf(), righe));
      expect(runJob(ledger, 'import', { files: [{ path, name: 'flusso.xml' }] }, outside)).toMatchObject({
        ok: true,
      });
    },
    /** Says that a payment is another partner's. */
    assign: ({ iuv, iur }: ReturnType<typeof aPayment>): void => {
      const target = { type: 'payment', iuv, iur, index: 1 } as const;
      const decision = { kind: 'partner', target, partner: 'Altro', note: '' } as const;
      expect(runJob(ledger, 'decide', { decision, author: 'chi prova' }, outside)).toMatchObject({
        ok: true,
      });
    },
    undo: (payment: ReturnType<typeof aPayment>): void => {
      const document = listDocuments(ledger).find(
        ({ name, undoneAt }) => name === `${payment.iuv}.xml` && undoneAt === null,
      );
      expect(runJob(ledger, 'undo', { id: document?.id ?? 0 }, outside)).toEqual(ok(expect.anything()));
    },
    keepCopy(): void {
      ledger.close();
      cpSync(archive, copy, { recursive: true });
      ledger = opened(archive);
    },
    bringCopyBack(): void {
      ledger.close();
      rmSync(archive, { recursive: true });
      cpSync(copy, archive, { recursive: true });
      ledger = opened(archive);
    },
  };
}

function opened(folder: string): WritableLedger {
  const ledger = openWritable(folder);
  if (!ledger.ok) throw new Error(ledger.problem.code);
  bringUpToDate(ledger.value);
  return ledger.value;
}
