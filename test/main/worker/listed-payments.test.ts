import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inventedEnte } from '../../../src/main/demo/invented-ente.ts';
import { decisionsOf } from '../../../src/main/ledger/decisions.ts';
import { openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import { sealWrites } from '../../../src/main/ledger/seals/write-seals.ts';
import { listPayments, paymentByKey, type PaymentKey } from '../../../src/main/ledger/payment-list.ts';
import { touchDocuments } from '../../../src/main/ledger/touch-facts.ts';
import { openTouched } from '../../../src/main/ledger/touched.ts';
import { findWarnings } from '../../../src/main/worker/import-warnings.ts';
import type { Jobs } from '../../../src/main/worker/jobs.ts';
import { pagesByIndex } from '../../../src/main/ledger/known-pages.ts';
import { createTapeKeeper } from '../../../src/main/worker/keep-tape.ts';
import { eachOutcome } from '../../../src/main/worker/outcome.ts';
import { readDocument } from '../../../src/main/worker/read-document.ts';
import { reconcile } from '../../../src/main/worker/reconcile.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { paymentFilter } from '../../../src/shared/contract/schemas/payments.ts';
import { compileCodici } from '../../../src/shared/domain/codice.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { cents } from '../../../src/shared/domain/euro.ts';
import type { Ricevuta } from '../../../src/shared/domain/ricevuta.ts';
import { deskSettings } from '../../properties/desk.ts';
import { aFlusso, aPayment, aRicevuta, anIuf, paidOn } from '../../scenarios/papers.ts';
import { readHere } from '../../helpers/read-here.ts';

const ente = inventedEnte.codiceFiscale;
const today = '2026-03-31' as Day;
const [first, second] = [aPayment(1, 10_000), aPayment(2, 5_000)];

/** A line of a list that tells no IUR, as importers of lists read it. */
function line(
  { iuv, cents: amount }: { iuv: string; cents: number },
  over: Partial<Ricevuta> = {},
): Ricevuta {
  const transfer = { index: 1, iur: '', cents: cents(amount), enteCodiceFiscale: ente };
  return {
    form: 'list',
    iuv,
    receiptId: '',
    noticeNumber: `3${iuv}`,
    outcome: 'paid',
    paidOn: paidOn as Day,
    issuedAt: null,
    enteCodiceFiscale: ente,
    totalCents: cents(amount),
    debtor: { codiceFiscale: null, name: 'Ada Prova' },
    pspCode: null,
    pspName: null,
    station: null,
    description: null,
    transfers: [{ ...transfer, bollo: false, paid: true, description: null, category: null }],
    ...over,
  };
}

type Paper = string | readonly Ricevuta[];

/** A ledger on a real file, into which papers come, and lists as they are read. */
function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-elenchi-'));
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  onTestFinished(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });
  run(ledger, 'settings', { settings: deskSettings });
  let files = 0;
  return {
    ledger,
    /** Answers the codes of the warnings. */
    tell(paper: Paper): string[] {
      if (typeof paper !== 'string') return tellList(ledger, `elenco-${(files += 1)}.csv`, paper);
      const path = join(folder, `${(files += 1)}.xml`);
      writeFileSync(path, paper);
      const told = run(ledger, 'import', { files: [{ path, name: path }] });
      return told.documents.flatMap((one) => ('warnings' in one ? one.warnings.map(({ code }) => code) : []));
    },
    decide: (key: PaymentKey, text: string) =>
      run(ledger, 'decide', {
        decision: { kind: 'note', target: { type: 'payment', ...key }, text },
        author: 'chi prova',
      }),
    /** Each payment as `iuv iur/index cents`. */
    payments: () =>
      rowsOf(ledger).map(({ iuv, iur, index, cents: amount }) => `${iuv} ${iur}/${index} ${amount}`),
    notes: (key: PaymentKey) =>
      decisionsOf(ledger, { type: 'payment', ...key }).map(({ decision, state }) =>
        decision.kind === 'note' ? `${decision.text}: ${state}` : decision.kind,
      ),
    digest: () => {
      const { findings, digest } = run(ledger, 'verify', {});
      expect(findings).toEqual([]);
      return digest;
    },
  };
}

function rowsOf(ledger: WritableLedger, document: number | null = null) {
  const filter = paymentFilter.parse({ document });
  const order = { by: 'iuv', descending: false } as const;
  return listPayments(ledger, today, filter, { sort: order, after: null, limit: 100, backward: false }).rows;
}

/** Everything that an import does, but for the reading of the file. */
function tellList(ledger: WritableLedger, name: string, lines: readonly Ricevuta[]): string[] {
  return ledger
    .transaction(() => {
      const context = { enteCodiceFiscale: ente, profiles: [], now: '2026-03-31T10:00:00.000Z', stays: true };
      const keeper = createTapeKeeper(ledger, [{ name, sha256: name }], pagesByIndex(ledger), context);
      keeper.take({ type: 'file', index: 0 });
      keeper.take({ type: 'document', name, kind: 'ricevuta', large: false, isJoined: false });
      const told = readDocument(
        {
          type: 'document',
          name,
          kind: 'ricevuta',
          parts: [],
          isJoined: false,
          read(sink) {
            for (const ricevuta of lines) sink.reading({ type: 'ricevuta', ricevuta });
            return { ok: true, value: undefined };
          },
        },
        ente,
        (reading, part, row, text) => keeper.take({ type: 'reading', reading, part, row, text }),
      );
      if (!told.ok) throw new Error(told.problem.code);
      keeper.take({ type: 'told', told: told.value });
      keeper.take({ type: 'file-end', problem: null });
      const [outcome] = [...eachOutcome(ledger, keeper.outcomes()[0] ?? [])];
      if (outcome?.outcome !== 'imported' || outcome.id === null) return [];
      openTouched(ledger);
      touchDocuments(ledger, outcome.id);
      reconcile(ledger, compileCodici(deskSettings), () => undefined);
      const warnings = findWarnings(ledger, outcome.id, outcome.id, () => undefined);
      sealWrites(ledger);
      return [...warnings.values()].flat().map(({ code }) => code);
    })
    .immediate();
}

function run<Name extends keyof Jobs>(ledger: WritableLedger, name: Name, input: Jobs[Name]['input']) {
  const output = runJob(ledger, name, input, {
    now: '2026-03-31T10:00:00.000Z',
    isStopped: () => false,
    progress: () => undefined,
    reader: readHere,
  });
  if ('stopped' in output || !output.ok) throw new Error(JSON.stringify(output));
  return output.value as Extract<Jobs[Name]['output'], { ok: true }>['value'];
}

it('receipts, flussi and lists in any order, or twice, tell the same payments', () => {
  const papers: Paper[] = [
    aRicevuta(first),
    aFlusso(anIuf(1), [first, second]),
    [line(first), line(second)],
    [line(second), line({ iuv: second.iuv, cents: 700 }), line(first, { paidOn: null })],
  ];
  const digests = new Set<string>();
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2, 0, 1, 2, 3],
  ]) {
    const desk = openDesk();
    for (const at of order) expect(desk.tell(papers[at] ?? '')).toEqual([]);
    expect(desk.payments()).toEqual([
      `${first.iuv} ${first.iur}/1 10000`,
      `${second.iuv} /1 700`,
      `${second.iuv} ${second.iur}/1 5000`,
    ]);
    digests.add(desk.digest());
  }
  expect(digests.size).toBe(1);
});

it('a payment that only a list tells is one, with its debtor, until its receipt comes', () => {
  const desk = openDesk();
  desk.tell([line(first)]);
  const alone = desk.digest();
  expect(desk.payments()).toEqual([`${first.iuv} /1 10000`]);
  const [payment] = rowsOf(desk.ledger, 1);
  expect(payment).toMatchObject({ debtorName: 'Ada Prova', noticeNumber: `3${first.iuv}`, paidOn });
  desk.tell(aRicevuta(first));
  expect(desk.payments()).toEqual([`${first.iuv} ${first.iur}/1 10000`]);
  expect(rowsOf(desk.ledger, 1), 'the list tells of it too').toHaveLength(1);
  run(desk.ledger, 'undo', { id: 2 });
  expect(desk.digest()).toBe(alone);
});

it('a note on it follows to the payment that takes its place, until a later note is made there', () => {
  const desk = openDesk();
  desk.tell([line(first)]);
  const unnamed = { iuv: first.iuv, iur: '', index: 1 };
  const named = { iuv: first.iuv, iur: first.iur, index: 1 };
  desk.decide(unnamed, 'ha telefonato');
  expect(desk.notes(unnamed)).toEqual(['ha telefonato: standing']);
  desk.tell(aRicevuta(first));
  expect(paymentByKey(desk.ledger, today, unnamed)).toBeUndefined();
  expect(desk.notes(named)).toEqual(['ha telefonato: standing']);
  desk.decide(named, 'rimborsato');
  expect(desk.notes(named)).toEqual(['rimborsato: standing', 'ha telefonato: replaced']);
  run(desk.ledger, 'undecide', { id: 2 });
  expect(desk.notes(named)).toEqual(['rimborsato: undone', 'ha telefonato: standing']);
  run(desk.ledger, 'undo', { id: 2 });
  expect(desk.notes(unnamed)).toEqual(['ha telefonato: standing']);
});

it('two lines of one IUV that differ do not disagree: they may be two payments', () => {
  const desk = openDesk();
  expect(desk.tell([line(first), line({ iuv: first.iuv, cents: 300 })])).toEqual([]);
  expect(desk.tell([line({ iuv: first.iuv, cents: 200 })])).toEqual([]);
  const named = line(first, { receiptId: first.iur });
  const told = { ...named, transfers: named.transfers.map((one) => ({ ...one, iur: first.iur })) };
  expect(desk.tell([told])).toEqual([]);
  expect(desk.tell(aRicevuta({ ...first, cents: 9_000 }))).toEqual(['receipts-disagree']);
});
