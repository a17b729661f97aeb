/** Runs one thing that touches files over and over, each time with another call of the file system failing. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createCore, type Core } from '../../../src/main/core.ts';
import { createDoors } from '../../../src/main/hosts/doors.ts';
import { openTarget } from '../../../src/main/hosts/keep-file.ts';
import { ledgerDigest } from '../../../src/main/ledger/digest.ts';
import { openReadable } from '../../../src/main/ledger/open.ts';
import { JournalTrouble, openJournal } from '../../../src/main/messages/journal.ts';
import type { JournalEntry } from '../../../src/shared/domain/message/recovery.ts';
import type { Day } from '../../../src/shared/domain/day.ts';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { sayProblem } from '../../../src/shared/wording/problems.ts';
import { sayTargetProblem } from '../../../src/shared/wording/targets.ts';
import { flusso, ourSettings } from '../../main/hosts/papers.ts';
import type { Errno } from './errnos.ts';
import { calm, failAt, holdFiles } from './faults.ts';

const [, , name = '', root = '', plan = '{}'] = process.argv;
const {
  errnos = [],
  forever = [],
  step = 1,
  heldMs = 0,
  rounds = 0,
} = JSON.parse(plan) as {
  readonly errnos?: readonly Errno[];
  readonly forever?: readonly boolean[];
  /** Every so many calls. */
  readonly step?: number;
  readonly heldMs?: number;
  readonly rounds?: number;
};

const template = join(root, 'modello');
const archive = join(root, 'archivio');
const papers = join(root, 'carte');
const target = join(root, 'uscita', 'pagamenti.csv');
const office = join(root, 'ufficio');
const defects: string[] = [];

function aCore(): Core {
  return createCore({
    folder: archive,
    demo: false,
    author: 'impiegata',
    version: '1.0.0',
    alone: true,
    today: () => '2026-03-31' as Day,
    now: () => '2026-03-31T10:00:00.000Z',
    onDefect: (_incident, operation, error) =>
      defects.push(
        `${operation}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      ),
  });
}

/** What came of it: the sentence where it did not succeed. */
type Did = { readonly ok: true } | { readonly ok: false; readonly sentence: string };
type Scenario = (core: Core) => Promise<Did>;

async function importing(core: Core, parcels: readonly string[]): Promise<Did> {
  const imported = await core.call('documents.import', { parcels: [...parcels] });
  if (!imported.ok) return { ok: false, sentence: sayProblem(imported.problem) };
  const refused = imported.value.documents.find((one) => 'problem' in one && one.problem !== null);
  return refused !== undefined && 'problem' in refused && refused.problem !== null
    ? { ok: false, sentence: sayDocumentProblem(refused.problem) }
    : { ok: true };
}

const scenarios: Readonly<Record<string, Scenario>> = {
  importa: async (core) => importing(core, [core.handOver({ path: join(papers, 'b.xml'), name: 'b.xml' })]),
  async carica(core) {
    const incoming = core.receive('b.xml');
    const written = await incoming.write(second);
    const finished = written.ok ? await incoming.finish() : written;
    return finished.ok
      ? importing(core, [finished.value])
      : { ok: false, sentence: sayProblem(finished.problem) };
  },
  async copia(core) {
    const made = await core.call('backups.make', {});
    return made.ok ? { ok: true } : { ok: false, sentence: sayProblem(made.problem) };
  },
  async ripristina(core) {
    const restored = await core.call('backups.restore', { copy: theCopy });
    return restored.ok ? { ok: true } : { ok: false, sentence: sayProblem(restored.problem) };
  },
  async esporta(core) {
    const place = await openTarget(target);
    if (!place.ok) return { ok: false, sentence: sayTargetProblem(place.problem) };
    const made = await core.call('exports.make', { name: 'pagamenti', format: 'csv' });
    if (!made.ok) {
      await place.value.giveUp();
      return { ok: false, sentence: sayProblem(made.problem) };
    }
    const put = await core.lend(made.value.parcel, (path) => place.value.put(path));
    if (put === null) throw new Error('nothing was lent');
    return put.ok ? { ok: true } : { ok: false, sentence: sayTargetProblem(put.problem) };
  },
  async seconda(core) {
    const set = await core.call('backups.settings', { secondFolder: papers });
    return set.ok ? { ok: true } : { ok: false, sentence: sayProblem(set.problem) };
  },
  async porte() {
    const doors = createDoors({
      home: archive,
      core: aCore,
      onDefect: (error) => defects.push(String(error)),
    });
    try {
      const written = await doors.write({ api: { on: false, port: 4_321 } });
      return written.ok ? { ok: true } : { ok: false, sentence: sayProblem(written.problem) };
    } catch (error) {
      // The window asks through the door of the core, which says it.
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!/^E[A-Z]+$/.test(code)) throw error;
      return { ok: false, sentence: sayProblem({ code: 'file-trouble', detail: code }) };
    }
  },
  async giornale() {
    const journal = openJournal(archive, office, 'registro');
    try {
      journal.write(entry(2));
      return { ok: true };
    } catch (error) {
      if (!(error instanceof JournalTrouble)) throw error;
      return { ok: false, sentence: `Il giornale degli invii non si lascia scrivere (${error.detail}).` };
    }
  },
};

const entry = (seq: number): JournalEntry => ({
  type: 'intent',
  seq,
  key: `k${seq}`,
  digest: 'd',
  machine: 'm',
  at: '2026-03-31T10:00:00.000Z',
});
const first = flusso('2026-03-01ABI1-PRIMO', [{ n: 1, cents: 1_000 }]);
const second = Buffer.from(flusso('2026-03-02ABI1-SECONDO', [{ n: 2, cents: 2_000 }]));

let theCopy = '';

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll(/2026-\d\d-\d\dT[^"]*/g, '') : '';
}

/** All that may have been changed, in one text. */
function standing(): string {
  const ledger = openReadable(archive);
  if (!ledger.ok || ledger.value === null) return JSON.stringify(ledger);
  const digest = ledgerDigest(ledger.value);
  ledger.value.close();
  // A copy of which nothing is said is no copy yet: a disk that takes nothing does not let it go either.
  const names = new Set(readdirSync(join(archive, 'copie')));
  const copies = [...names].filter(
    (file) => names.has(file.replace(/\.json$/, '.db')) && file.endsWith('.json'),
  ).length;
  const journal = openJournal(archive, office, 'registro')
    .read()
    .map(({ seq }) => seq);
  return JSON.stringify([
    digest,
    copies,
    textOf(target).slice(-200),
    textOf(join(archive, 'copie.json')),
    textOf(join(archive, 'altri-programmi.json')),
    name === 'giornale' ? journal : [],
  ]);
}

function anew(): void {
  for (const folder of [archive, join(root, 'uscita'), office])
    rmSync(folder, { recursive: true, force: true });
  cpSync(template, archive, { recursive: true });
  mkdirSync(join(root, 'uscita'));
  writeFileSync(target, 'il file di prima');
  mkdirSync(papers, { recursive: true });
  writeFileSync(join(papers, 'b.xml'), second);
}

async function build(): Promise<void> {
  mkdirSync(archive, { recursive: true });
  mkdirSync(papers, { recursive: true });
  writeFileSync(join(papers, 'a.xml'), first);
  const core = aCore();
  await core.call('settings.write', { settings: ourSettings });
  await core.call('backups.make', {});
  const did = await importing(core, [core.handOver({ path: join(papers, 'a.xml'), name: 'a.xml' })]);
  if (!did.ok) throw new Error(did.sentence);
  await core.close();
  openJournal(archive, office, 'registro').write(entry(1));
  cpSync(archive, template, { recursive: true });
  const copies = readdirSync(join(template, 'copie')).filter((file) => file.endsWith('.db'));
  theCopy = join(archive, 'copie', copies.toSorted()[0] ?? '');
}

interface Tally {
  tries: number;
  calls: number;
  untouched: number;
  whole: number;
  held: number;
  readonly wrong: string[];
}

const tally: Tally = { tries: 0, calls: 0, untouched: 0, whole: 0, held: 0, wrong: [] };
const work = scenarios[name];
if (work === undefined) throw new Error(`no scenario ${name}`);
await build();
anew();
const before = standing();
const calmRun = await once(work, () => undefined);
const after = standing();
if (!calmRun.did.ok) throw new Error(calmRun.did.sentence);

async function once(scenario: Scenario, arm: () => void) {
  anew();
  defects.length = 0;
  arm();
  const core = aCore();
  const did = await scenario(core).catch((error: unknown): Did => {
    defects.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { ok: false, sentence: 'thrown' };
  });
  const told = calm();
  await core.close();
  return { did, told };
}

function judge(label: string, did: Did, held: number): void {
  const now = standing();
  tally.tries += 1;
  tally.held += held;
  if (now === before) tally.untouched += 1;
  else if (now === after) tally.whole += 1;
  else tally.wrong.push(`${label}: neither as before nor whole: ${now}`);
  if (did.ok && now !== after && before !== after)
    tally.wrong.push(`${label}: told as done, and it is not: ${now}`);
  if (!did.ok && !/^\p{Lu}.*[.]$/su.test(did.sentence))
    tally.wrong.push(`${label}: no sentence: ${did.sentence}`);
  if (!did.ok && /\n\s+at |defetto|difetto/.test(did.sentence)) tally.wrong.push(`${label}: ${did.sentence}`);
  for (const defect of defects) tally.wrong.push(`${label}: a defect: ${defect.slice(0, 600)}`);
}

for (const errno of errnos) {
  for (const isForever of forever) {
    for (let n = 1; ; n += step) {
      const { did, told } = await once(work, () => failAt(n, isForever, errno));
      tally.calls = Math.max(tally.calls, n);
      if (!told.hit) break;
      judge(`${errno} ${isForever ? 'sempre' : 'una volta'} ${n}`, did, 0);
    }
  }
}
for (let round = 0; round < rounds; round++) {
  const { did, told } = await once(work, () => holdFiles(heldMs));
  judge(`giro ${round}`, did, told.held);
  if (!did.ok) tally.wrong.push(`giro ${round}: ${did.sentence}`);
}
process.stdout.write(`${JSON.stringify(tally)}\n`);
process.exit(0);
