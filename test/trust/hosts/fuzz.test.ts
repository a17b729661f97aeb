import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { operations, type OperationName } from '../../../src/shared/contract/operations.ts';
import { found, times } from '../figures.ts';
import { aFuzzOffice, type FuzzOffice } from './fuzz-office.ts';
import { refused, valid, type Pool } from './payloads.ts';

const names = Object.keys(operations) as OperationName[];

it('F10 what is no question is refused by every operation, and changes nothing', async () => {
  const office = await aFuzzOffice();
  const pool = await office.pool();
  const before = await office.state();
  const runs = times(40, 4_500);
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

it('F10 whatever is a question is answered by every operation, and bad news changes nothing', async () => {
  const office = await aFuzzOffice();
  const pool = await office.pool();
  const runs = times(6, 500);
  for (const name of names)
    await holds(name, valid(name, pool), heavy.has(name) ? Math.ceil(runs / 10) : runs, async (payload) => {
      const commits = office.commits();
      const code = await asked(office, name, payload);
      expect(office.desk.defects, code).toEqual([]);
      if (code !== 'ok') expect(office.commits(), code).toBe(commits);
    });
  expect(Object.keys(Object.prototype)).toEqual([]);
  found('F10', `${names.length} operazioni × ${runs} domande ben formate: 0 errori imprevisti, 0 blocchi`);
});

/** They read or write everything there is, or wait for others. */
const heavy = new Set<OperationName>(names.filter((name) => /^(backups|ledger|demo|exports|outbox)\./.test(name)));

async function holds(
  name: OperationName,
  payloads: fc.Arbitrary<unknown>,
  numRuns: number,
  check: (payload: unknown) => Promise<void>,
): Promise<void> {
  try {
    await fc.assert(fc.asyncProperty(payloads, check), { numRuns });
  } catch (error) {
    throw new Error(name, { cause: error });
  }
}

/** `ok`, or the code of the bad news. What does not answer in time hangs. */
async function asked({ desk }: FuzzOffice, name: OperationName, payload: unknown): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} hangs`)), 30_000);
  });
  try {
    const answer = await Promise.race([desk.core.call(name, payload as never), late]);
    return answer.ok ? 'ok' : answer.problem.code;
  } finally {
    clearTimeout(timer);
  }
}
