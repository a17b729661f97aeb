import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { derivedDigest } from '../../src/main/ledger/derived-rows.ts';
import { openWritable, type WritableLedger } from '../../src/main/ledger/open.ts';
import { touchEverything } from '../../src/main/ledger/touch-everything.ts';
import { openTouched } from '../../src/main/ledger/touched.ts';
import { openUsual } from '../../src/main/ledger/usual-payments.ts';
import { reconcile } from '../../src/main/worker/reconcile.ts';
import { compileCodici } from '../../src/shared/domain/codice.ts';
import { deskSettings, runs } from './desk.ts';

const iuvs = ['01100000000000001', '01200000000000002', '05100000000000003', '01300000000000004'];
const iufs = ['2026-01-15BINVIT9X-A', '2026-01-15BINVIT9X-B'];
const base = 2 ** 24;

const oneOf = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** What is usual comes up more often than everything else together. */
const mostly = <const T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 12 }, { arbitrary: oneOf(...others), weight: 1 });

const line = fc.record({
  iuv: fc.option(oneOf(...iuvs), { freq: 20 }),
  iur: mostly('R', 'S', ''),
  index: mostly(1, 0, 2),
  cents: mostly(1000, 990),
  standing: mostly('paid', 'failed', 'not-ours', null),
  bollo: mostly(0, 1),
  category: oneOf(null, '9/0101108TS/', '9/000'),
  description: oneOf(null, 'Mensa scolastica', 'altro/ancora'),
});
/** One receipt, one row: nothing but what follows makes it unusual. */
const pair = fc.record({
  iuv: oneOf(...iuvs),
  flusso: oneOf(0, 1),
  cents: mostly(1000, 990),
  esito: oneOf(0, 0, 4, 8, 9, 3),
  paidOn: mostly('2026-01-15', null),
  /** One of the two alone tells it. */
  lacks: oneOf(null, null, 'receipt', 'row'),
  /** Another line of the receipt. */
  other: oneOf(null, null, 'bollo', 'other-ente'),
  category: oneOf(null, '9/0101108TS/', '9/000'),
  description: oneOf(null, 'Mensa scolastica', 'altro/ancora'),
});
const facts = fc.record({
  pairs: fc.uniqueArray(pair, { maxLength: 4, selector: ({ iuv }) => iuv }),
  receipts: fc.array(
    fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
      form: mostly('receipt', 'list'),
      paidOn: mostly('2026-01-15', '2026-01-17', null),
    }),
    { maxLength: 1 },
  ),
  rows: fc.array(
    fc.record({
      iuv: oneOf(...iuvs),
      flusso: mostly(0, 1, 2),
      iur: mostly('R', 'S'),
      index: mostly(1, 2),
      cents: mostly(1000, 990, -1000),
      esito: oneOf(0, 0, 0, 4, 8, 9, 3, 7),
      duplicate: mostly(0, 1),
    }),
    { maxLength: 1 },
  ),
  anomalous: oneOf(false, false, true),
  money: fc.array(fc.record({ iuf: oneOf(...iufs, null), cents: oneOf(1000, 2000, 500) }), { maxLength: 2 }),
  position: fc.option(oneOf(...iuvs), { freq: 3 }),
  partner: fc.option(oneOf(...iuvs), { freq: 3 }),
  partnerOfFlusso: mostly(false, true),
});
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

it('a payment that SQLite finds alone is the one that is found the long way', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-usual-'));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  onTestFinished(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const codici = compileCodici({
    ...deskSettings,
    servizi: [
      { id: 'mensa', nome: 'Mensa', codici: ['0120'], tassonomie: ['0101108TS'] },
      { id: 'altro', nome: 'Altro', codici: [], parole: ['altro ancora'] },
    ],
  });
  // Made within a transaction that goes back, they would be made anew, and every statement with them.
  openTouched(ledger);
  openUsual(ledger, [], codici);
  const seen = { both: 0, receipt: 0, row: 0, unusual: 0 };
  fc.assert(
    fc.property(facts, (told) => {
      ledger.exec('BEGIN');
      try {
        keep(ledger, told);
        openTouched(ledger);
        touchEverything(ledger);
        reconcile(ledger, codici, () => undefined);
        const digest = derivedDigest(ledger);
        const { unusual } = counted(ledger);
        seen.unusual += unusual;
        for (const { way, n } of usualWays(ledger)) seen[way] += n;
        openTouched(ledger);
        touchEverything(ledger);
        reconcile(ledger, codici, () => undefined, 0, { usual: [] });
        expect(counted(ledger).unusual, 'the long way for all').toBe(counted(ledger).all);
        expect(derivedDigest(ledger)).toBe(digest);
        // Nobody has to wait for two hundred thousand IUVs.
        openTouched(ledger);
        touchEverything(ledger);
        reconcile(ledger, codici, () => undefined, 0, { manyToSort: 1 });
        expect(counted(ledger).unusual, 'sorted').toBe(unusual);
        expect(derivedDigest(ledger), 'sorted').toBe(digest);
      } finally {
        ledger.exec('ROLLBACK');
      }
    }),
    runs(240, 10_000),
  );
  // Otherwise one of the ways was never gone.
  expect(Object.entries(seen).filter(([, times]) => times < 30)).toEqual([]);
}, 180_000);

function counted(ledger: WritableLedger): { readonly unusual: number; readonly all: number } {
  return ledger
    .prepare(
      'SELECT (SELECT count(*) FROM unusual_iuvs) AS unusual, (SELECT count(*) FROM touched_iuvs) AS "all"',
    )
    .get() as { unusual: number; all: number };
}

/** How many payments were found without a detour, by what tells of them. */
function usualWays(
  ledger: WritableLedger,
): { readonly way: 'both' | 'receipt' | 'row'; readonly n: number }[] {
  return ledger
    .prepare(
      `SELECT CASE WHEN riga_id IS NULL THEN 'receipt' WHEN transfer_id IS NULL THEN 'row' ELSE 'both' END AS way,
         count(*) AS n
       FROM payments WHERE iuv NOT IN (SELECT iuv FROM unusual_iuvs) GROUP BY 1`,
    )
    .all() as { way: 'both' | 'receipt' | 'row'; n: number }[];
}

/** The facts alone, as an import leaves them. */
function keep(ledger: WritableLedger, told: Facts): void {
  const put = (table: string, row: Record<string, unknown>): void => {
    const names = Object.keys(row);
    ledger
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  put('documents', {
    id: 1,
    name: 'carte',
    kind: 'ricevuta',
    ente: 'x',
    imported_at: '2026-02-01T10:00:00.000Z',
  });
  let id = base;
  const next = (): number => (id += 1);
  // The third is an older version of the first.
  const flussi = [iufs[0], iufs[1], iufs[0]].map((iuf, i) => {
    const one = next();
    put('flussi', {
      id: one,
      document_id: 1,
      iuf,
      iuf_key: iuf,
      revision: i === 2 ? 1 : 2,
      created_at: '2026-01-15T18:00:00',
      regolamento: 'TRN',
      day: '2026-01-15',
      due_day: '2026-01-19',
      psp_code: 'BINVIT9X',
      declared_count: 1,
      declared_cents: 1000,
      digest: `f${i}`,
      anomalies: told.anomalous ? '[{"code":"no-rows"}]' : '[]',
    });
    return one;
  });
  for (const { flusso, index, ...row } of told.rows)
    put('righe', { ...row, id: next(), flusso_id: flussi[flusso], idx: index, day: '2026-01-15' });
  for (const { iuv, flusso, cents, esito } of told.pairs.filter(({ lacks }) => lacks !== 'row'))
    put('righe', {
      id: next(),
      flusso_id: flussi[flusso],
      iuv,
      iur: 'R',
      idx: 1,
      cents,
      esito,
      day: '2026-01-15',
      duplicate: 0,
    });
  const receipts = told.pairs.filter(({ lacks }) => lacks !== 'receipt');
  const usual = receipts.map(({ iuv, paidOn, other, category, description }) => {
    const own = { iuv, iur: 'R', index: 1, cents: 1000, standing: 'paid', bollo: 0, category, description };
    const beside = { ...own, index: 2, standing: null, bollo: other === 'bollo' ? 1 : 0 };
    return { lines: other === null ? [own] : [own, beside], form: 'receipt', paidOn };
  });
  for (const { lines, form, paidOn } of [...told.receipts, ...usual]) {
    const receipt = next();
    put('ricevute', {
      id: receipt,
      document_id: 1,
      form,
      iuv: iuvs[0],
      receipt_id: 'R',
      outcome: 'paid',
      paid_on: paidOn,
      due_day: '2026-01-19',
      ente: 'x',
      total_cents: 1000,
      description: lines[0]?.description ?? null,
      digest: `r${receipt}`,
    });
    for (const { index, iuv, ...one } of lines)
      put('transfers', {
        ...one,
        id: next(),
        ricevuta_id: receipt,
        iuv: iuv ?? iuvs[0],
        idx: index,
        ente: 'x',
        paid: 1,
      });
  }
  for (const [i, { iuf, cents }] of told.money.entries())
    put('movimenti', {
      id: next(),
      document_id: 1,
      part: 0,
      conto: '1',
      esercizio: 2026,
      numero: `${i}`,
      verso: 'ENTRATA',
      documento: 'SOSPESO ENTRATA',
      operazione: 'ESEGUITO',
      cents,
      day: '2026-01-16',
      created_at: '',
      causali: JSON.stringify([
        iuf === null ? `/RFS/${iuvs[0]}/10.00/TXT/` : `/PUR/LGPE-RIVERSAMENTO/URI/${iuf}`,
      ]),
      digest: `m${i}`,
    });
  if (told.position !== null)
    put('posizioni', {
      id: next(),
      document_id: 1,
      iuv: told.position,
      action: 'keep',
      cents: 1000,
      digest: 'p',
    });
  const decide = (subject: string, decision: object, names: object): void =>
    put('decisions', {
      kind: 'partner',
      subject,
      ...names,
      payload: JSON.stringify(decision),
      author: 'chi prova',
      made_at: '2026-02-01T10:00:00.000Z',
    });
  if (told.partner !== null) {
    const target = { type: 'payment', iuv: told.partner, iur: 'R', index: 1 };
    decide(
      'p',
      { kind: 'partner', target, partner: 'Altro', note: '' },
      { iuv: told.partner, iur: 'R', idx: 1 },
    );
  }
  if (told.partnerOfFlusso) {
    const target = { type: 'flusso', iuf: iufs[0] };
    decide('f', { kind: 'partner', target, partner: 'Altro', note: '' }, { iuf_key: iufs[0] });
  }
}
