import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { demoComune } from '../../src/main/demo/comune.ts';
import { feedSearch } from '../../src/main/ledger/feed-search.ts';
import { mostCandidates } from '../../src/main/ledger/search-index.ts';
import type { Output } from '../../src/shared/contract/api.ts';
import { flowBuckets, provvisorioBuckets } from '../../src/shared/domain/bucket.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { statuses } from '../../src/shared/domain/verdict.ts';
import { openOffice, type Office } from '../helpers/office.ts';
import { createDesk, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';
import {
  flussiInMemory,
  flussoSorts,
  paymentSorts,
  paymentsInMemory,
  provvisoriInMemory,
  provvisorioSorts,
  type Asked,
  type AskedOfFlussi,
  type AskedOfPayments,
  type AskedOfProvvisori,
} from './list-in-memory.ts';

describe('leafing through a list, to and fro and in pages of any size', () => {
  it('shows the rows of a random office as sorting and filtering all of them would', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(officeArbitrary({ distinctMoments: false }), questions, ({ papers }, asked) =>
        desk(async (office) => {
          await drop(office, papers);
          const { shown, meant } = await answersOf(office, asked);
          expect(shown).toEqual(meant);
        }),
      ),
      runs(40),
    );
  }, 180_000);

  it('shows the rows of the invented Comune as sorting and filtering all of them would', async () => {
    const office = await anInventedComune();
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const { shown, meant } = await answersOf(office, asked);
        expect(shown).toEqual(meant);
      }),
      runs(60),
    );
  }, 180_000);

  it('shows them as well where each list is so long that its order is kept', async () => {
    // Every look at the clock is a second later: nothing is quick.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 1_000));
    onTestFinished(() => void vi.restoreAllMocks());
    const office = await anInventedComune();
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const { shown, meant } = await answersOf(office, asked);
        expect(shown).toEqual(meant);
      }),
      runs(30),
    );
  }, 180_000);

  it.each([
    ['lists', { listed: 3_000, sifted: 40_000 }],
    ['sifts', { listed: 2, sifted: 40_000 }],
    ['goes along', { listed: 2, sifted: 3 }],
  ])(
    'shows them as well where the index of texts answers and %s',
    async (_way, candidates) => {
      const before = { ...mostCandidates };
      onTestFinished(() => void Object.assign(mostCandidates, before));
      Object.assign(mostCandidates, candidates);
      const office = await anInventedComune();
      feedSearch(join(office.folder, 'archivio'), () => false, 0);
      const searched = questions.map((asked) => ({
        ...asked,
        payments: { ...asked.payments, search: asked.payments.search ?? 'rossi' },
      }));
      await fc.assert(
        fc.asyncProperty(searched, async (asked) => {
          const { shown, meant } = await answersOf(office, asked);
          expect(shown).toEqual(meant);
        }),
        runs(30),
      );
    },
    180_000,
  );
});

async function anInventedComune(): Promise<Office> {
  const comune = demoComune('2026-03-31' as Day);
  const office = await openOffice({ settings: comune.settings });
  await office.drop(Object.fromEntries(comune.files.map(({ path, bytes }) => [path, bytes])));
  return office;
}

interface Step {
  readonly limit: number;
  readonly backward: boolean;
}

function askedArbitrary<Sort extends string, Code extends string>(
  sorts: Readonly<Record<Sort, unknown>>,
  codes: readonly Code[],
): fc.Arbitrary<Asked<Sort, Code>> {
  const by = fc.constantFrom(...(Object.keys(sorts) as Sort[]));
  return fc.record({
    sort: fc.option(fc.record({ by, descending: fc.boolean() }), { freq: 6 }),
    search: seldom([
      '0001',
      'IURal',
      'binv',
      '2026-0',
      '1,00',
      '3,00',
      '%',
      '2/2026',
      'pagamento',
      'uri/',
      'NICCOLO',
      'zuccalà',
      'Niccolò Z',
    ]),
    from: seldom(['2026-01-15', '2026-03-10']),
    to: seldom(['2026-01-16', '2026-03-20']),
    centsFrom: seldom([101, 5_000]),
    centsTo: seldom([200, 20_000]),
    codes: fc.oneof(
      { arbitrary: fc.constant([]), weight: 3 },
      { arbitrary: fc.subarray([...codes], { minLength: 2 }), weight: 2 },
    ),
    iuf: seldom(['2026-01-15binvit9x-s1', '2026-02-02PPAYITR1XXX-S0201', 'VECCHIOFLUSSO77']),
    attention: fc.nat(3).map((n) => n === 0),
  });
}

function seldom<T>(values: readonly T[]): fc.Arbitrary<T | null> {
  return fc.oneof(
    { arbitrary: fc.constant(null), weight: 4 },
    { arbitrary: fc.constantFrom(...values), weight: 1 },
  );
}

const questions = fc.record({
  payments: askedArbitrary(paymentSorts, statuses),
  flussi: askedArbitrary(flussoSorts, flowBuckets),
  provvisori: askedArbitrary(provvisorioSorts, provvisorioBuckets),
  limit: fc.integer({ min: 1, max: 30 }),
  ways: fc.array(fc.record({ limit: fc.integer({ min: 1, max: 7 }), backward: fc.boolean() }), {
    minLength: 8,
    maxLength: 16,
  }),
});

/** What the lists answered, beside what they should have. */
interface Answers {
  readonly shown: readonly unknown[];
  readonly meant: readonly unknown[];
}

async function answersOf(
  office: Office,
  asked: { payments: AskedOfPayments; flussi: AskedOfFlussi; provvisori: AskedOfProvvisori } & Reading,
): Promise<Answers> {
  const answers = [
    await readPayments(office, asked.payments, asked),
    await readFlussi(office, asked.flussi, asked),
    await readProvvisori(office, asked.provvisori, asked),
  ];
  return { shown: answers.flatMap(({ shown }) => shown), meant: answers.flatMap(({ meant }) => meant) };
}

async function readPayments(office: Office, asked: AskedOfPayments, reading: Reading): Promise<Answers> {
  const { sort, codes, ...rest } = asked;
  const filter = { ...rest, statuses: codes };
  const rows = paymentsInMemory(await office.payments(), asked);
  const counted = await office.ask('payments.count', { filter });
  return read(rows, counted, reading, (page) => office.ask('payments.list', { filter, sort, ...page }));
}

async function readFlussi(office: Office, asked: AskedOfFlussi, reading: Reading): Promise<Answers> {
  const { sort, codes, iuf: _iuf, ...rest } = asked;
  const filter = { ...rest, buckets: codes };
  const rows = flussiInMemory(await office.flussi(), asked);
  const counted = await office.ask('flussi.count', { filter });
  return read(rows, counted, reading, (page) => office.ask('flussi.list', { filter, sort, ...page }));
}

/** Which provvisori belong to the difference depends on payments too: that is asked elsewhere. */
async function readProvvisori(office: Office, asked: AskedOfProvvisori, reading: Reading): Promise<Answers> {
  const { sort, codes, attention: _attention, ...rest } = asked;
  const filter = { ...rest, buckets: codes };
  const rows = provvisoriInMemory(await office.provvisori(), asked);
  const { count, cents } = await office.ask('provvisori.count', { filter });
  return read(rows, { count, cents }, reading, (page) =>
    office.ask('provvisori.list', { filter, sort, ...page }),
  );
}

interface Reading {
  /** Of the pages, when the list is read from end to end. */
  readonly limit: number;
  readonly ways: readonly Step[];
}

interface Page {
  readonly rows: readonly unknown[];
  readonly previous: string | null;
  readonly next: string | null;
}

type Turn = (page: Step & { readonly after: string | null }) => Promise<Page>;

async function read(
  rows: readonly { readonly cents: number }[],
  counted: Output<'payments.count'>,
  { limit, ways }: Reading,
  turn: Turn,
): Promise<Answers> {
  const steps = Math.ceil(rows.length / limit) + 1;
  const onward = Array.from({ length: steps }, () => ({ limit, backward: false }));
  const back = onward.map((step) => ({ ...step, backward: true }));
  const leafed: Answers[] = [];
  for (const way of [onward, back, ways]) leafed.push(await leafThrough(rows, way, turn));
  const cents = rows.reduce((sum, row) => sum + row.cents, 0);
  return {
    shown: [counted, ...leafed.map(({ shown }) => shown)],
    meant: [{ count: rows.length, cents }, ...leafed.map(({ meant }) => meant)],
  };
}

/** Where a list ends, one begins again: without a cursor forward is from its head, and backward from its foot. */
async function leafThrough(rows: readonly unknown[], ways: readonly Step[], turn: Turn): Promise<Answers> {
  const shown: unknown[] = [];
  const meant: unknown[] = [];
  let page: Page = { rows: [], previous: null, next: null };
  let [start, end] = [0, 0];
  for (const { limit, backward } of ways) {
    const after = backward ? page.previous : page.next;
    const from = after === null ? (backward ? rows.length : 0) : backward ? start : end;
    [start, end] = backward ? [Math.max(0, from - limit), from] : [from, Math.min(rows.length, from + limit)];
    page = await turn({ limit, backward, after });
    shown.push({ rows: page.rows, atHead: page.previous === null, atFoot: page.next === null });
    meant.push({ rows: rows.slice(start, end), atHead: start === 0, atFoot: end === rows.length });
  }
  return { shown, meant };
}
