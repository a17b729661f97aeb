import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/shared/contract/api.ts';
import type { Office } from '../helpers/office.ts';
import { aGiornale, aPayment, aSospeso, aZip, anIuf, anOffice, aFlusso, causaleOf } from './papers.ts';

// More than eight megabytes: it is read in a thread of its own.
const movimenti = Array.from({ length: 9_000 }, (_, n) =>
  aSospeso(String(n + 1), n + 1, n % 2 === 0 ? causaleOf(anIuf(n)) : `VERSAMENTO ${n} DI UN CONTRIBUENTE`),
);
const giornale = aGiornale(movimenti);
const flusso = aFlusso(
  anIuf(1),
  Array.from({ length: 3_000 }, (_, n) => aPayment(n, 100)),
);
const forms = {
  'loose papers': { 'gdc.xml': giornale, 'fdr.xml': flusso },
  'an archive': { 'carte.zip': aZip({ 'gdc.xml': giornale, 'fdr.xml': flusso }) },
};

type Moment = (progress: Progress<'documents.import'>) => boolean;
const moments: Record<string, Moment> = {
  'while it sees what is known': ({ done, total }) => done > 0 && done < total / 5,
  'while it reads': ({ step, done, total }) => step === 'read' && done > total / 2,
  'when the last file is read': ({ step, done, total }) => step === 'read' && done > total * 0.9,
  'while it matches': ({ step }) => step === 'match',
};

/** Stops an import at a moment of it: what it answered, and how long it took to hear. */
async function stopAt(office: Office, parcels: readonly string[], isNow: Moment) {
  const stop = new AbortController();
  let asked: number | null = null;
  const answer = await office.core.call(
    'documents.import',
    { parcels: [...parcels] },
    {
      signal: stop.signal,
      onProgress(progress) {
        if (asked !== null || !isNow(progress)) return;
        asked = performance.now();
        stop.abort();
      },
    },
  );
  return { answer, asked, waited: asked === null ? Infinity : performance.now() - asked };
}

describe.each(Object.entries(forms))('an import of %s that the clerk stops', (_form, papers) => {
  const waits: number[] = [];

  it.each(Object.entries(moments))('%s leaves the ledger as it was', async (_moment, isNow) => {
    const office = await anOffice();
    await office.drop({ 'prima.xml': aGiornale([aSospeso('1', 5, 'F24')], { to: '2026-01-10' }) });
    const digest = await office.digest();
    const parcels = office.handOver(papers);
    const { answer, asked, waited } = await stopAt(office, parcels, isNow);
    expect(asked).not.toBeNull();
    expect(answer).toEqual({ ok: false, problem: { code: 'cancelled' } });
    waits.push(waited);
    expect(await office.digest()).toBe(digest);
    expect(await office.history()).toHaveLength(1);
  });

  it('hears it within half a second', () => {
    expect(waits).toHaveLength(Object.keys(moments).length);
    // Not the worst of them: a busy machine may keep anybody waiting once.
    expect(waits.toSorted((a, b) => a - b)[1]).toBeLessThan(500);
  });
});

it('an import that is asked for while a stopped one lets go waits for it, and keeps all', async () => {
  const office = await anOffice();
  const whole = await anOffice();
  const papers = forms['loose papers'];
  const { answer } = await stopAt(office, office.handOver(papers), ({ step }) => step === 'match');
  expect(answer.ok).toBe(false);
  await office.drop(papers);
  await whole.drop(papers);
  expect(await office.digest()).toBe(await whole.digest());
});
