import { readHere } from '../../helpers/read-here.ts';
import Database from 'better-sqlite3';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { flussoXml } from '../../../src/main/demo/write-flusso.ts';
import { ledgerFile, openWritable, type WritableLedger } from '../../../src/main/ledger/open.ts';
import { noteCommit, readSentinel } from '../../../src/main/ledger/sentinel.ts';
import { entriesFrom } from '../../../src/main/ledger/trail.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { sayFinding } from '../../../src/shared/wording/findings.ts';
import { deskSettings } from '../../properties/desk.ts';
import { aPayment, anIuf } from '../../scenarios/papers.ts';
import { found, times } from '../figures.ts';
import { alter, alterations } from './altered.ts';

const by = { user: 'impiegata', program: '1.0.0', host: 'cli' } as const;
const outside = {
  now: '2026-03-31T10:00:00.000Z',
  by,
  isStopped: () => false,
  progress: () => undefined,
  reader: readHere,
};

/** A folder with a ledger in which something was done, as a program leaves it that was closed. */
function aUsedLedger(): string {
  const root = mkdtempSync(join(tmpdir(), 'tre-pallini-registro-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'archivio');
  const ledger = opened(folder);
  runJob(ledger, 'settings', { settings: deskSettings }, outside);
  for (let n = 1; n <= 8; n++) {
    const path = join(root, `fdr${n}.xml`);
    writeFileSync(path, flussoXml({ iuf: anIuf(n), righe: [aPayment(n, 100 * n)] }));
    runJob(ledger, 'import', { files: [{ path, name: `fdr${n}.xml` }] }, outside);
    const decision = { kind: 'note', target: { type: 'flusso', iuf: anIuf(n) }, text: 'sentito' } as const;
    runJob(ledger, 'decide', { decision, author: 'impiegata' }, outside);
  }
  runJob(ledger, 'undo', { id: 3 }, outside);
  noteCommit(ledger, folder);
  ledger.close();
  return folder;
}

function opened(folder: string): WritableLedger {
  const ledger = openWritable(folder, 'go-on', by);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problem));
  return ledger.value;
}

/** What a verification says of the trail, by the program that opens the ledger next. */
function verified(folder: string): string[] {
  const ledger = opened(folder);
  try {
    const noted = readSentinel(folder)?.trail ?? null;
    const told = runJob(ledger, 'verify', {}, { ...outside, noted });
    if ('stopped' in told || !told.ok) throw new Error(JSON.stringify(told));
    return told.value.findings
      .filter(({ code }) => code.startsWith('trail-'))
      .map((finding) => sayFinding({ ...finding }));
  } finally {
    ledger.close();
  }
}

/** Numbers between 0 and 1 that are the same in every run. */
function* spread(): Generator<number> {
  for (let n = 1; ; n++) yield (n * 0.618_033_988_75) % 1;
}

it('R31 whatever is changed, taken out, put in or cut off in the trail is seen', () => {
  const folder = aUsedLedger();
  expect(verified(folder)).toEqual([]);
  const rounds = times(3, 12);
  const places = spread();
  let seen = 0;
  let all = 0;
  for (const [what, change] of Object.entries(alterations))
    for (let round = 0; round < rounds; round++) {
      const copy = `${folder}-${all}`;
      cpSync(folder, copy, { recursive: true });
      const at = round === 0 ? 0.999 : places.next().value;
      alter(copy, (rows, ledger) => change(rows, at, ledger));
      const told = verified(copy);
      all += 1;
      seen += told.length > 0 ? 1 : 0;
      expect(told, `${what}, ${at}`).toEqual([
        expect.stringMatching(
          /registro delle operazioni (?:è stato alterato|mancano)|Dal registro delle operazioni mancano/,
        ),
      ]);
    }
  expect(seen).toBe(all);
  found(
    'R31',
    `${all} modifiche, cancellazioni, aggiunte e tagli a caso nella tabella, con i divieti tolti: ${seen} viste`,
  );
}, 300_000);

it('R31 the table itself refuses to be changed, and to be added to but at its end', () => {
  const folder = aUsedLedger();
  const db = new Database(ledgerFile(folder));
  onTestFinished(() => void db.close());
  const before = db.prepare('SELECT count(*) AS n, max(seq) AS last FROM trail').get() as {
    n: number;
    last: number;
  };
  expect(before.n).toBe(before.last);
  for (const sql of [
    `UPDATE trail SET os_user = 'altri' WHERE seq = 2`,
    `DELETE FROM trail WHERE seq = ${before.last}`,
    `DELETE FROM trail`,
    `INSERT OR REPLACE INTO trail SELECT 2, at, os_user, program, host, operation, 'x', details, previous, hash FROM trail WHERE seq = 2`,
    `INSERT INTO trail SELECT seq + 2, at, os_user, program, host, operation, subject, details, hash, 'x' FROM trail WHERE seq = ${before.last}`,
    `INSERT INTO trail SELECT seq + 1, at, os_user, program, host, operation, subject, details, 'x', 'x' FROM trail WHERE seq = ${before.last}`,
  ])
    expect(() => db.exec(sql)).toThrow(/registro delle operazioni/);
  expect(db.prepare('SELECT count(*) AS n, max(seq) AS last FROM trail').get()).toEqual(before);
});

it('R31 a tail that was cut off is still told after the ledger was written again', () => {
  const folder = aUsedLedger();
  alter(folder, (rows) => rows.slice(0, -3));
  const ledger = opened(folder);
  runJob(ledger, 'settings', { settings: deskSettings }, outside);
  noteCommit(ledger, folder);
  ledger.close();
  expect(verified(folder)).toEqual([expect.stringContaining('mancano le ultime voci')]);
});

it('R31 each entry says who, when, with what, from where, to what, and counts', () => {
  const ledger = opened(aUsedLedger());
  onTestFinished(() => void ledger.close());
  const rows = [...entriesFrom(ledger, 1)];
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
  const accepted = rows.find(({ operation }) => operation === 'document-accepted');
  expect(accepted).toMatchObject({
    user: 'impiegata',
    program: '1.0.0',
    host: 'cli',
    at: outside.now,
    subject: 'fdr1.xml',
  });
  expect(JSON.parse(accepted?.details ?? '')).toEqual({
    content: expect.stringMatching(/^[0-9a-f]{64}$/),
    document: 1,
    file: 'fdr1.xml',
    kind: 'flusso',
    refusedRows: 0,
    rows: { flussi: 1, righe: 1 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const undone = rows.find(({ operation }) => operation === 'document-undone');
  expect(JSON.parse(undone?.details ?? '')).toMatchObject({ document: 3, rows: { righe: 1 } });
});
