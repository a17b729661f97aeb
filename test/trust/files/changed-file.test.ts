import { readHere } from '../../helpers/read-here.ts';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { openWritable } from '../../../src/main/ledger/open.ts';
import { runJob } from '../../../src/main/worker/run-job.ts';
import { importedDocuments } from '../../../src/shared/contract/imported-documents.ts';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { cliFile, stackTrace } from '../../main/hosts/command-line.ts';
import { found, isLong, times } from '../figures.ts';
import { aClosedLedger, aCore, aFlusso, aFolder, copyOf, digestOf, write } from './a-desk.ts';

const more = '<!-- ancora -->'.repeat(1_000);
const changes: readonly (readonly [string, (path: string, other: string) => void])[] = [
  ['grown', (path) => appendFileSync(path, more)],
  ['cut', (path) => truncateSync(path, Math.floor(statSync(path).size / 2))],
  ['renamed', (path) => renameSync(path, `${path}.altrove`)],
  ['gone', (path) => unlinkSync(path)],
  ['exchanged', (path, other) => renameSync(write(`${path}.nuovo`, other), path)],
  [
    'written over, with its old time',
    (path, other) => {
      const { atime, mtime } = statSync(path);
      writeFileSync(path, other);
      utimesSync(path, atime, mtime);
    },
  ],
];

it('R23 a file that changes while it is read is imported as it was, as it is, or not at all', async () => {
  const rows = times(400, 4_000);
  // Of the same length, so that only their digits tell them apart.
  const texts = [aFlusso('CAMBIA', rows, 10_000), aFlusso('CAMBIA', rows, 20_000)] as const;
  expect(Buffer.byteLength(texts[0])).toBe(Buffer.byteLength(texts[1]));
  const model = aFolder();
  await aClosedLedger(model);
  const untouched = digestOf(model);
  // One that has grown before anybody looked is read as it is.
  const [before, after, grown] = [...texts, `${texts[0]}${more}`].map((text) =>
    importWhile(model, text, -1, () => undefined),
  );
  if (before === undefined || after === undefined || grown === undefined) throw new Error('no texts');
  // Each version is known by its own bytes: what is kept of one must never bear the digest of the other.
  const sound = new Set([
    `${untouched} `,
    ...[before, after, grown].map(({ digest, knownAs }) => `${digest} ${knownAs}`),
  ]);
  expect(sound.size).toBe(4);
  const moments = times(18, 54);
  const told = new Map<string, number>();
  for (let moment = 0; moment < moments; moment++) {
    const [name, change] = changes[moment % changes.length] ?? ['', () => undefined];
    // Each before anybody looked, between the first look and the reading, where a change matters most, and anywhere.
    const at =
      [1, 3, Math.floor(Math.random() * before.breaths)][Math.floor(moment / changes.length) % 3] ?? 0;
    const { digest, knownAs, outcome } = importWhile(model, texts[0], at, (path) => change(path, texts[1]));
    expect([moment, name, at, sound.has(`${digest} ${knownAs}`)]).toEqual([moment, name, at, true]);
    told.set(outcome, (told.get(outcome) ?? 0) + 1);
  }
  found('R23', `${moments} momenti, 0 a metà: ${[...told].map(([code, n]) => `${code} ${n}`).join(', ')}`);
}, 300_000);

/** Imports into a copy of the ledger; at one of the moments at which the job looks up, something happens to the file. */
function importWhile(model: string, text: string, at: number, happens: (path: string) => void) {
  const folder = copyOf(model, join(aFolder(), 'archivio'));
  const path = write(join(aFolder(), 'flusso.xml'), text);
  const opened = openWritable(folder);
  if (!opened.ok) throw new Error(opened.problem.code);
  const ledger = opened.value;
  let breaths = 0;
  const told = runJob(
    ledger,
    'import',
    { files: [{ path, name: 'flusso.xml' }] },
    {
      now: '2026-03-31T11:00:00.000Z',
      isStopped() {
        if (breaths++ === at) happens(path);
        return false;
      },
      progress: () => undefined,
      reader: readHere,
    },
  );
  if (!('ok' in told) || !told.ok) throw new Error(JSON.stringify(told));
  const [document] = told.value.documents;
  const problem = document !== undefined && 'problem' in document ? document.problem : null;
  const known = ledger.prepare<[], { sha256: string }>('SELECT sha256 FROM files ORDER BY id').all();
  ledger.close();
  const digest = digestOf(folder);
  return { digest, breaths, outcome: problem?.code ?? 'imported', knownAs: known[1]?.sha256 ?? '' };
}

/** What became of each file: imported, or the code of the problem. */
async function outcomesOf(
  core: Core,
  paths: readonly string[],
  onProgress?: (share: number) => void,
): Promise<string[]> {
  const parcels = paths.map((path) => core.handOver({ path, name: path.split('/').at(-1) ?? '' }));
  const imported = await core.call(
    'documents.import',
    { parcels },
    { onProgress: ({ step, done, total }) => (step === 'read' ? onProgress?.(done / total) : undefined) },
  );
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  const all: string[] = [];
  for await (const page of importedDocuments(core.call, imported.value.documents)) {
    if (!page.ok) throw new Error(JSON.stringify(page.problem));
    for (const { problem, outcome } of page.value) {
      expect(problem === null ? 'Importato.' : sayDocumentProblem(problem)).toMatch(/^\p{Lu}.*\.$/su);
      all.push(problem?.code ?? outcome);
    }
  }
  return all;
}

it('R46 a folder of files that goes away while they are read leaves whole files, and the window answers', async () => {
  const folder = aFolder();
  await aClosedLedger(folder);
  // So many that some are still to be read when the first share of them is told.
  const many = times(600, 2_000);
  const share = join(aFolder(), 'in-rete');
  mkdirSync(share);
  const paths = Array.from({ length: many }, (_, i) =>
    write(join(share, `${i}.xml`), aFlusso(`RETE${i}`, 60, 5_000 + i * 60)),
  );
  const core = aCore(folder);
  await core.call('payments.list', {});
  const delay = monitorEventLoopDelay({ resolution: 10 });
  let isThere = true;
  delay.enable();
  const outcomes = await outcomesOf(core, paths, (read) => {
    if (read < 0.3 || !isThere) return;
    isThere = false;
    // The window would not do this: its own time is not counted.
    delay.disable();
    rmSync(share, { recursive: true });
    delay.enable();
  });
  delay.disable();
  const freeze = delay.max / 1e6;
  // One that is open when it goes is read to its end, and seen to have changed.
  const gone = outcomes.filter((outcome) => /^file-(?:not-found|changed)$/.test(outcome)).length;
  const whole = outcomes.filter((outcome) => outcome === 'imported').length;
  expect([outcomes.length, gone + whole]).toEqual([many, many]);
  expect(Math.min(gone, whole)).toBeGreaterThan(0);
  expect(await core.call('ledger.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
  // With the whole machine at work on the other tests the clock says nothing.
  expect(freeze).toBeLessThan(isLong ? 200 : 5_000);
  found(
    'R46',
    `${many} file: ${whole} interi, ${gone} spariti; la finestra ferma al più ${Math.round(freeze)} ms`,
  );
}, 120_000);

it('H37, H39 only plain files that have arrived are read; anything else is told by a sentence, at once', async () => {
  const folder = aFolder();
  await aClosedLedger(folder);
  const before = digestOf(folder);
  const place = aFolder();
  const at = (name: string): string => join(place, name);
  mkdirSync(at('cartella.xml'));
  symlinkSync('/etc/passwd', at('collegamento.xml'));
  symlinkSync(write(at('vero.xml'), aFlusso('VERO', 3, 700)), at('collegamento-buono.xml'));
  expect(spawnSync('mkfifo', [at('tubo.xml')]).status).toBe(0);
  write(at('mezzo.xml.crdownload'), aFlusso('MEZZO', 3, 800));
  write(at('mezzo.xml.part'), aFlusso('MEZZO', 3, 800));
  const cases = [
    ['cartella.xml', 'not-a-file'],
    ['collegamento.xml', 'not-a-file'],
    ['collegamento-buono.xml', 'not-a-file'],
    ['tubo.xml', 'not-a-file'],
    ['mezzo.xml.crdownload', 'still-downloading'],
    ['mezzo.xml.part', 'still-downloading'],
  ] as const;
  const core = aCore(folder);
  const began = performance.now();
  const outcomes = await outcomesOf(core, [
    ...cases.map(([name]) => at(name)),
    '/dev/zero',
    join(folder, 'tre-pallini.db'),
  ]);
  const took = performance.now() - began;
  expect(outcomes).toEqual([...cases.map(([, code]) => code), 'not-a-file', 'not-importable']);
  await core.close();
  expect(digestOf(folder)).toBe(before);
  expect(took).toBeLessThan(isLong ? 5_000 : 60_000);
  found('H37', 'cartella, 2 collegamenti, tubo, dispositivo e database rifiutati, registro uguale');
  found('H39', '2 scaricamenti a metà rifiutati con «ancora in scaricamento»; quelli che crescono in R23');
}, 60_000);

it('H37 another person’s file that may not be read is told by a sentence, and so is a device, by whoever asks', async () => {
  if (process.getuid?.() !== 0) {
    process.stderr.write(
      'H37: only the administrator can become somebody else: another’s file was NOT tried.\n',
    );
    return;
  }
  const place = aFolder();
  chmodSync(place, 0o755);
  chmodSync(write(join(place, 'altrui.xml'), aFlusso('ALTRUI', 3, 900)), 0o600);
  const theirs = join(place, 'di-nessuno');
  const ledger = join(theirs, 'registro');
  await aClosedLedger(ledger);
  const before = digestOf(ledger);
  expect(spawnSync('chown', ['-R', `${nobody}:${nobody}`, theirs]).status).toBe(0);
  const asNobody = (...words: string[]) =>
    spawnSync(process.execPath, [cliFile, '--archivio', ledger, '--json', ...words], {
      uid: nobody,
      gid: nobody,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: theirs },
    });
  const told = asNobody('importa', join(place, 'altrui.xml'), '/dev/zero', '/dev/full');
  expect(told.stderr).not.toMatch(stackTrace);
  expect([told.status, told.stdout.match(/(?<="code":")[a-z-]+/g)]).toEqual([
    3,
    ['unreadable-file', 'not-a-file', 'not-a-file'],
  ]);
  expect(digestOf(ledger)).toBe(before);
  found(
    'H37',
    'file di un altro e 2 dispositivi chiesti da un altro utente: rifiutati, ognuno con la sua frase',
  );
}, 60_000);

const nobody = 65_534;

it('R38 names of every kind are imported, or refused by a sentence; no other file is opened', async () => {
  const folder = aFolder();
  await aClosedLedger(folder);
  const core = aCore(folder);
  const names = [
    `${'n'.repeat(300)}.xml`,
    'flusso 🧾 di marzo.xml',
    'perché.xml',
    'perche\u0301.xml',
    '100%25 %2e%2e.xml',
    'punto.xml.',
    'spazio.xml ',
    'CON.xml',
    '\\\\computer\\cartella\\flusso.xml',
    '../../fuori.xml',
    "l'ente.xml",
  ];
  const parcels: string[] = [];
  for (const [i, name] of names.entries()) {
    // As a window sends them: the name is told, and never becomes a path.
    const incoming = core.receive(name);
    expect(await incoming.write(Buffer.from(aFlusso(`NOME${i}`, 2, 30_000 + i * 2)))).toMatchObject({
      ok: true,
    });
    const finished = await incoming.finish();
    if (!finished.ok) throw new Error(finished.problem.code);
    parcels.push(finished.value);
  }
  const imported = await core.call('documents.import', { parcels });
  if (!imported.ok) throw new Error(imported.problem.code);
  const listed = await core.call('documents.list', {});
  if (!listed.ok) throw new Error(listed.problem.code);
  expect(listed.value.rows.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  // By their paths, where the disk can bear them.
  const place = aFolder();
  const onDisk = names.filter((name) => Buffer.byteLength(name) < 255 && !name.includes('..'));
  const paths = onDisk.map((name, i) => write(join(place, name), aFlusso(`DISCO${i}`, 2, 40_000 + i * 2)));
  expect(await outcomesOf(core, paths)).toEqual(onDisk.map(() => 'imported'));
  expect(await outcomesOf(core, [join(place, names[0] ?? '')])).toEqual(['unreadable-file']);
  found(
    'R38',
    `${names.length} nomi caricati e ${onDisk.length} dal disco, ognuno col suo; 300 caratteri: «non si lascia leggere»`,
  );
}, 60_000);
