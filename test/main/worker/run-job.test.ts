import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { flussoXml } from '../../../src/main/demo/write-flusso.ts';
import { giornaleXml } from '../../../src/main/demo/write-giornale.ts';
import { ledgerDigest } from '../../../src/main/ledger/digest.ts';
import { listDocuments } from '../../../src/main/ledger/documents.ts';
import { openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import type { JobProgress } from '../../../src/main/worker/job-context.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { deskSettings } from '../../properties/desk.ts';
import { readHere } from '../../helpers/read-here.ts';

const iuf = '2026-01-15BINVIT9X-S1';
const righe = [{ iuv: '01000000000000144', iur: 'A', cents: 100 }];
const causale = `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}`;
const papers = {
  'giornale.xml': giornaleXml({ to: '2026-02-03', movimenti: [{ numero: '1', cents: 100, causale }] }),
  'flusso.xml': flussoXml({ iuf, righe }),
};

/** A ledger of our own, and the papers as files; both go when the test ends. */
function aLedger(): { ledger: WritableLedger; files: { path: string; name: string }[] } {
  const folder = mkdtempSync(join(tmpdir(), 'tre-pallini-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const opened = openWritable(join(folder, 'archivio'));
  if (!opened.ok) throw new Error(opened.problem.code);
  onTestFinished(() => void opened.value.close());
  const files = Object.entries(papers).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return { path, name };
  });
  return { ledger: opened.value, files };
}

const now = '2026-03-31T10:00:00.000Z';
const toTheEnd = { now, isStopped: () => false, progress: () => undefined, reader: readHere };

function writeSettings(ledger: WritableLedger): void {
  expect(runJob(ledger, 'settings', { settings: deskSettings }, toTheEnd)).toMatchObject({ ok: true });
}

describe('an import that somebody stops', () => {
  it('leaves nothing behind, at whatever step it is stopped, and can be asked for again', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    const blank = ledgerDigest(ledger);
    let steps = 0;
    const count = { ...toTheEnd, isStopped: () => (steps += 1) < 0 };
    runJob(ledger, 'import', { files }, count);
    const whole = ledgerDigest(ledger);
    for (const { id } of listDocuments(ledger)) runJob(ledger, 'undo', { id }, toTheEnd);
    expect(ledgerDigest(ledger)).toBe(blank);
    const undone = listDocuments(ledger).length;
    expect(steps).toBeGreaterThan(3);

    for (let at = 1; at <= steps; at += 1) {
      let looked = 0;
      const stopped = runJob(
        ledger,
        'import',
        { files },
        { ...toTheEnd, isStopped: () => (looked += 1) >= at },
      );
      expect(stopped).toEqual({ stopped: true });
      expect(ledgerDigest(ledger)).toBe(blank);
      expect(listDocuments(ledger)).toHaveLength(undone);
    }
    runJob(ledger, 'import', { files }, toTheEnd);
    expect(ledgerDigest(ledger)).toBe(whole);
  });
});

describe('an undo that somebody stops', () => {
  it('leaves the ledger as it was', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    runJob(ledger, 'import', { files }, toTheEnd);
    const digest = ledgerDigest(ledger);
    expect(runJob(ledger, 'undo', { id: 1 }, { ...toTheEnd, isStopped: () => true })).toEqual({
      stopped: true,
    });
    expect(ledgerDigest(ledger)).toBe(digest);
  });
});

describe('a job', () => {
  it('tells what it is doing: first it reads, then it matches, then it saves', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    const told: JobProgress[] = [];
    runJob(ledger, 'import', { files }, { ...toTheEnd, progress: (progress) => told.push(progress) });
    expect([...new Set(told.map(({ step }) => step))]).toEqual(['read', 'match', 'save']);
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('refuses papers while nobody has said who we are', () => {
    const { ledger, files } = aLedger();
    expect(runJob(ledger, 'import', { files }, toTheEnd)).toMatchObject({
      ok: true,
      value: {
        documents: files.map(({ name }) => ({
          name,
          outcome: 'refused',
          problem: { code: 'ente-not-configured' },
        })),
        report: null,
      },
    });
  });

  it('says that there is no such import, or that it was undone before', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    runJob(ledger, 'import', { files }, toTheEnd);
    runJob(ledger, 'undo', { id: 1 }, toTheEnd);
    const problemOf = (id: number) => runJob(ledger, 'undo', { id }, toTheEnd);
    expect(problemOf(99)).toEqual({ ok: false, problem: { code: 'no-such-document', id: 99 } });
    expect(problemOf(1)).toEqual({ ok: false, problem: { code: 'already-undone', id: 1 } });
  });

  it('keeps the ente of a ledger with papers, and lets it change when there are none', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    runJob(ledger, 'import', { files }, toTheEnd);
    const settings = { ...deskSettings, ente: { codiceFiscale: '90905670379', denominazione: 'Un altro' } };
    const { codiceFiscale } = deskSettings.ente;
    expect(runJob(ledger, 'settings', { settings }, toTheEnd)).toEqual({
      ok: false,
      problem: { code: 'ente-in-use', codiceFiscale },
    });
    for (const { id } of listDocuments(ledger)) runJob(ledger, 'undo', { id }, toTheEnd);
    expect(runJob(ledger, 'settings', { settings }, toTheEnd)).toMatchObject({ ok: true });
  });

  it('that verifies changes nothing, and says when the verdicts are not what they should be', () => {
    const { ledger, files } = aLedger();
    writeSettings(ledger);
    runJob(ledger, 'import', { files }, toTheEnd);
    const digest = ledgerDigest(ledger);
    expect(runJob(ledger, 'verify', {}, toTheEnd)).toEqual({ ok: true, value: { findings: [], digest } });
    ledger.exec(`UPDATE payments SET cents = cents + 1`);
    expect(runJob(ledger, 'verify', {}, toTheEnd)).toMatchObject({
      value: { findings: [{ code: 'verdicts-stale' }] },
    });
    ledger.exec(`UPDATE payments SET cents = cents - 1`);
    ledger.exec(`UPDATE righe SET cents = cents + 1`);
    expect(runJob(ledger, 'verify', {}, toTheEnd)).toMatchObject({
      value: { findings: [{ code: 'document-damaged', id: 2 }] },
    });
  });
});
