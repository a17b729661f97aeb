import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { operations, type OperationName } from '../../../src/shared/contract/operations.ts';
import { found, times } from '../figures.ts';
import { aFuzzOffice, type FuzzOffice } from './fuzz-office.ts';
import type { Cores } from '../../../src/main/hosts/cores.ts';
import { fetchAsPage, overHttp, ways } from '../../helpers/links.ts';
import { isQuestion, refused, valid } from './payloads.ts';

/** For a busy neighbour. */
const timeout = times(180_000, 7_200_000);
const takesAway = /\.(undo|remove|restore|withdraw|revoke|forget|discard|write)$/;
const all = Object.keys(operations) as OperationName[];
/** What takes away comes last: the others find something to answer about. */
const names = all.toSorted((a, b) => Number(takesAway.test(a)) - Number(takesAway.test(b)));

it('F10 what is no question is refused by every operation, and changes nothing', { timeout }, async () => {
  const office = await aFuzzOffice();
  const pool = await office.pool();
  const before = await office.state();
  const runs = times(25, 4_500);
  for (const name of names)
    await holds(name, refused(name, pool), runs, async (payload) => {
      const commits = office.commits();
      expect(await asked(office, name, payload)).toBe('invalid-request');
      expect(office.commits()).toBe(commits);
    });
  expect(await office.state()).toBe(before);
  expect(office.desk.defects).toEqual([]);
  expect(Object.keys(Object.prototype)).toEqual([]);
  found('F10', `${names.length} operazioni × ${runs} domande malformate: tutte rifiutate, 0 cambiamenti`);
});

it(
  'F10 whatever is a question is answered by every operation, and bad news changes nothing',
  { timeout },
  async () => {
    const office = await aFuzzOffice();
    const pool = await office.pool();
    const runs = times(5, 500);
    for (const name of names)
      await holds(name, valid(name, pool), heavy.has(name) ? Math.ceil(runs / 10) : runs, async (payload) => {
        const commits = office.commits();
        const code = await asked(office, name, payload);
        expect(office.desk.defects).toEqual([]);
        const wrote = office.commits() !== commits;
        expect({ code, wrote }).toEqual({ code, wrote: wrote && code === 'ok' });
      });
    expect(Object.keys(Object.prototype)).toEqual([]);
    found('F10', `${names.length} operazioni × ${runs} domande ben formate: 0 errori imprevisti, 0 blocchi`);
  },
);

it('F10 what comes over HTTP is refused as well', { timeout }, async () => {
  const office = await aFuzzOffice();
  const { host, token } = await overHttp(coresOf(office));
  const runs = times(2, 100);
  const ask = async (name: OperationName, payload: unknown): Promise<unknown> => {
    const answer = await fetchAsPage(host.origin)(`/api/own/${name}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return ((await answer.json()) as { result: unknown }).result;
  };
  const { before, after } = await refusesAll(office, runs, asJson, ask);
  expect(after).toBe(before);
  found('F10', `via HTTP ${names.length} operazioni × ${runs}: tutte rifiutate`);
});

it('F10 what comes over the port of the window is refused as well', { timeout }, async () => {
  const office = await aFuzzOffice();
  const link = (await ways['over a message port']?.(coresOf(office)))?.('own');
  if (link === undefined) throw new Error('no link over a port');
  const runs = times(2, 100);
  const { before, after } = await refusesAll(
    office,
    runs,
    (payload) => payload,
    (name, payload) => link.call(name, payload as never),
  );
  expect(after).toBe(before);
  found('F10', `via porta ${names.length} operazioni × ${runs}: tutte rifiutate`);
});

async function refusesAll(
  office: FuzzOffice,
  runs: number,
  bring: (payload: unknown) => unknown,
  ask: (name: OperationName, payload: unknown) => Promise<unknown>,
): Promise<{ readonly before: string; readonly after: string }> {
  const pool = await office.pool();
  const before = await office.state();
  for (const name of names) {
    const payloads = refused(name, pool)
      .map(bring)
      .filter((value) => !isQuestion(name, value));
    await holds(name, payloads, runs, async (payload) => {
      const answer = await inTime(name, ask(name, payload));
      expect(answer).toMatchObject({ problem: { code: 'invalid-request' } });
    });
  }
  expect(office.desk.defects).toEqual([]);
  return { before, after: await office.state() };
}

function coresOf({ desk }: FuzzOffice): Cores {
  return { of: () => desk.core, close: async () => undefined };
}

/** What of a value is left on its way through JSON; null where there is no way. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}

/** They read or write everything there is, or wait for others. */
const heavy = new Set<OperationName>(
  names.filter((name) => /^(backups|ledger|demo|exports|outbox)\./.test(name)),
);

async function holds(
  name: OperationName,
  payloads: fc.Arbitrary<unknown>,
  numRuns: number,
  check: (payload: unknown) => Promise<void>,
): Promise<void> {
  try {
    // Shrinking a hang would take an hour.
    await fc.assert(fc.asyncProperty(payloads, check), { numRuns, endOnFailure: true });
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}

/** `ok`, or the code of the bad news. */
async function asked({ desk }: FuzzOffice, name: OperationName, payload: unknown): Promise<string> {
  const answer = await inTime(name, desk.core.call(name, payload as never));
  return answer.ok ? 'ok' : answer.problem.code;
}

/** What does not answer in time hangs. */
async function inTime<T>(name: OperationName, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} hangs`)), 20_000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
