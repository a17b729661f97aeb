import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { MovimentoDraft } from '../../src/main/demo/write-giornale.ts';
import { flowBuckets, provvisorioBuckets, reportBuckets } from '../../src/shared/domain/bucket.ts';
import type { OpiReport } from '../../src/shared/domain/opi-report.ts';
import { addReports } from '../../src/shared/domain/opi-report.ts';
import { asksForAttention, statuses } from '../../src/shared/domain/verdict.ts';
import { found, times } from '../trust/figures.ts';
import { createDesk, drop, runs } from './desk.ts';
import { officeArbitrary, type InventedOffice } from './office-arbitrary.ts';

/** A line of a giornale that was imported, and what its head adds to it. */
interface Told {
  readonly movimento: MovimentoDraft;
  readonly key: string;
  readonly esercizio: number;
  readonly document: string;
  readonly createdAt: string;
}

/** Ten thousand in a long run, over the six ways of counting. */
let cases = 0;

function counted(quick: number): ReturnType<typeof runs> {
  const parameters = runs(quick, 2_000);
  cases += parameters.numRuns;
  return parameters;
}

const office = officeArbitrary({ distinctMoments: true });

describe('R34 not a cent appears or disappears', { timeout: times(1_800_000, 7_200_000) }, () => {
  afterAll(() => found('R34', `${cases} uffici a caso: 0 centesimi di differenza`));

  it('between the lines of the giornali and the provvisori', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async (invented) => {
        await desk(async (ledger) => {
          const documents = await drop(ledger, invented.papers);
          const told = linesOf(invented, namesOf(documents));
          const provvisori = await ledger.provvisori();
          const kept = provvisori.map(({ esercizio, numero, conto, cents, state }) => ({
            key: `${esercizio}/${numero}/${conto}`,
            cents: state === 'cancelled' ? 0 : cents,
          }));
          const expected = [...moneyOf(told)].map(([key, { cents, storned }]) => ({
            key,
            cents: cents - storned,
          }));
          expect(byKey(kept)).toEqual(byKey(expected));
        });
      }),
      counted(60),
    );
  });

  it('between the lines of a giornale and its report, on the day of the import', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async (invented) => {
        await desk(async (ledger) => {
          const known: Told[] = [];
          for (const paper of invented.papers) {
            const [document] = await drop(ledger, [paper]);
            if (document?.kind !== 'giornale-opi' || document.outcome !== 'imported') continue;
            const told = linesOf(invented, new Set([paper.name]));
            const { total, brought } = universeOf(known, told);
            known.push(...told);
            expect(document.report).toMatchObject({
              new: brought,
              movements: told.length,
              reversals: told.filter(isStorno).length,
              cents: { total },
            });
          }
        });
      }),
      counted(60),
    );
  });

  it('between the buckets of a report, then and today, of one giornale and of all', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async ({ papers }) => {
        await desk(async (ledger) => {
          const { documents, report } = await ledger.drop(
            Object.fromEntries(papers.map(({ name, content }) => [name, content])),
          );
          const reports = documents.flatMap((document) => document.report ?? []);
          expect(report).toEqual(addReports(reports));
          for (const one of reports) expectToAddUp(one);
          const standing = (await ledger.history()).filter(({ undoneAt }) => undoneAt === null);
          for (const { kind, reportToday } of standing) {
            if (reportToday !== null) expectToAddUp(reportToday);
            expect(reportToday === null).toBe(kind !== 'giornale-opi');
          }
        });
      }),
      counted(40),
    );
  });

  it('between the lists and the dashboard', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async ({ papers }) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const payments = await ledger.payments();
          const flussi = await ledger.flussi();
          const provvisori = await ledger.provvisori();
          const dashboard = await ledger.dashboard();
          expect(dashboard.payments).toEqual(sumOf(payments));
          expect(dashboard.byStatus).toEqual(grouped(statuses, payments, ({ status }) => status));
          expect(dashboard.flussi).toEqual(grouped(flowBuckets, flussi, ({ bucket }) => bucket));
          expect(dashboard.provvisori).toEqual(
            grouped(provvisorioBuckets, provvisori, ({ bucket }) => bucket),
          );
          const asking = payments.filter(({ status }) => asksForAttention(status));
          const open = provvisori.filter(({ bucket }) =>
            ['notReported', 'partial', 'inError'].includes(bucket),
          );
          expect(dashboard.difference.count).toBeGreaterThanOrEqual(asking.length);
          expect(dashboard.difference.cents).toBeGreaterThanOrEqual(sumOf(asking).cents);
          expect(dashboard.difference.count).toBeLessThanOrEqual(asking.length + open.length);
          expect(dashboard.difference.cents).toBeLessThanOrEqual(sumOf(asking).cents + sumOf(open).cents);
        });
      }),
      counted(40),
    );
  });

  it('between a flusso and the money that names it', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, async ({ papers }) => {
        await desk(async (ledger) => {
          await drop(ledger, papers);
          const flussi = await ledger.flussi();
          const provvisori = (await ledger.provvisori()).filter(({ state }) => state !== 'cancelled');
          for (const { iuf, bucket, cents, receivedCents, rows } of flussi) {
            const shares = provvisori.flatMap((one) => one.shares.filter((share) => sameIuf(share.iuf, iuf)));
            expect(receivedCents).toBe(sumOf(shares).cents);
            // A sound flusso of nothing, such as one of a single revoked payment, awaits nothing.
            const isNothing = cents <= 0 && bucket === 'reconciled';
            expect([bucket, receivedCents === 0 && !isNothing]).toEqual([bucket, noMoney.has(bucket)]);
            expect(bucket === 'reconciled' && receivedCents !== cents).toBe(false);
            expect(bucket === 'partial' && receivedCents >= cents).toBe(false);
            expect(bucket === 'notReported' && rows > 0).toBe(false);
          }
          for (const { cents, shares, extraction, bucket } of provvisori) {
            expect([0, cents], 'all of it or nothing, when nobody decided').toContain(sumOf(shares).cents);
            expect(extraction.kind !== 'iuf' && shares.length > 0).toBe(false);
            expect(extraction.kind === 'iuf' && shares.length === 0 && bucket !== 'inError').toBe(false);
          }
          // Money that names the payment alone settles it too, whatever its flusso received.
          const singly = new Set(provvisori.map(({ extraction }) => extraction.iuv));
          const complete = (await ledger.payments()).filter(
            ({ status, iuv }) => status === 'complete' && !singly.has(iuv),
          );
          for (const { iuf } of complete) {
            const flusso = flussi.find((one) => sameIuf(one.iuf, iuf));
            expect(flusso).toMatchObject({ receivedCents: flusso?.cents });
          }
        });
      }),
      counted(40),
    );
  });
});

const noMoney: ReadonlySet<string> = new Set(['awaiting', 'missing']);

const isMoney = ({ movimento }: Told): boolean =>
  movimento.documento === 'SOSPESO ENTRATA' && movimento.operazione === undefined;
const isStorno = ({ movimento }: Told): boolean =>
  movimento.documento === 'SOSPESO ENTRATA' && movimento.operazione === 'STORNATO';

function namesOf(documents: readonly { name: string; outcome: string }[]): Set<string> {
  return new Set(documents.filter(({ outcome }) => outcome === 'imported').map(({ name }) => name));
}

function linesOf({ giornali }: InventedOffice, imported: ReadonlySet<string>): Told[] {
  return giornali.flatMap(({ draft, pages }) =>
    pages
      .filter(({ paper }) => imported.has(paper.name))
      .flatMap(({ paper, movimenti }) =>
        movimenti.map((movimento) => {
          const esercizio = Number(draft.to.slice(0, 4));
          const numero = String(Number(movimento.numero));
          return {
            movimento: { ...movimento, numero },
            key: `${esercizio}/${numero}/${movimento.conto ?? ''}`,
            esercizio,
            document: paper.name,
            createdAt: draft.createdAt ?? '',
          };
        }),
      ),
  );
}

interface Money {
  readonly cents: number;
  readonly storned: number;
}

/** By plain rules: the money of each provvisorio as last told, and what the bank called back of it. */
function moneyOf(told: readonly Told[]): Map<string, Money> {
  const money = Map.groupBy(told.filter(isMoney), ({ key }) => key);
  const storni = told.filter(isStorno);
  return new Map(
    [...money].map(([key, versions]) => {
      const line = versions.reduce((newest, one) => (one.createdAt > newest.createdAt ? one : newest));
      const of = storni.filter(
        (storno) =>
          storno.key === key ||
          (!money.has(storno.key) &&
            storno.esercizio === line.esercizio &&
            storno.movimento.conto === line.movimento.conto &&
            storno.movimento.bollettaStorno === bollettaOf(line.movimento)),
      );
      const { cents } = line.movimento;
      const back = countedOnce(of).reduce((sum, { movimento }) => sum + movimento.cents, 0);
      return [key, { cents, storned: Math.min(back, cents) }];
    }),
  );
}

function bollettaOf({ bolletta, numero }: MovimentoDraft): string | undefined {
  return bolletta === undefined ? String(Number(numero) + 9_642) : (bolletta ?? undefined);
}

/** The same line on several papers is one line; as often as the paper that tells it most often. */
function countedOnce(lines: readonly Told[]): Told[] {
  return [...Map.groupBy(lines, ({ movimento }) => JSON.stringify(movimento)).values()].flatMap((same) => {
    const byDocument = [...Map.groupBy(same, ({ document }) => document).values()];
    return byDocument.toSorted((a, b) => b.length - a.length)[0] ?? [];
  });
}

/** What a giornale brings: money of which nothing was known, and that had not been called back when it came. */
function universeOf(known: readonly Told[], told: readonly Told[]): { total: number; brought: number } {
  const before = new Set(known.filter(isMoney).map(({ key }) => key));
  const money = moneyOf([...known, ...told]);
  const brought = told.filter((line) => {
    if (!isMoney(line) || before.has(line.key)) return false;
    const stand = money.get(line.key);
    return stand === undefined || stand.storned < stand.cents;
  });
  return { total: brought.reduce((sum, { movimento }) => sum + movimento.cents, 0), brought: brought.length };
}

function expectToAddUp({ flussi, cents, notPagoPa, ...counts }: OpiReport): void {
  expect(inBuckets(flussi)).toBe(flussi.imported);
  expect(inBuckets(cents) + cents.notPagoPa).toBe(cents.total);
  expect(notPagoPa.count).toBeLessThanOrEqual(counts.new);
  expect(flussi.imported > 0 || notPagoPa.count > 0).toBe(counts.new > 0);
  expect(notPagoPa.suspect).toBeLessThanOrEqual(notPagoPa.count);
  expect(flussi.mixed).toBeLessThanOrEqual(flussi.imported);
  expect(reportBuckets.filter((bucket) => flussi[bucket] === 0 && cents[bucket] !== 0)).toEqual([]);
}

function inBuckets(of: Readonly<Record<(typeof reportBuckets)[number], number>>): number {
  return reportBuckets.reduce((total, bucket) => total + of[bucket], 0);
}

function sumOf(things: readonly { readonly cents: number }[]): { count: number; cents: number } {
  return { count: things.length, cents: things.reduce((sum, { cents }) => sum + cents, 0) };
}

function grouped<T extends { readonly cents: number }>(
  keys: readonly string[],
  things: readonly T[],
  keyOf: (thing: T) => string,
): Record<string, { count: number; cents: number }> {
  return Object.fromEntries(keys.map((key) => [key, sumOf(things.filter((thing) => keyOf(thing) === key))]));
}

function byKey<T extends { readonly key: string }>(things: readonly T[]): T[] {
  return things.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function sameIuf(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toUpperCase() === b.toUpperCase();
}
