import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ledgerFile } from '../../../src/main/ledger/open.ts';
import { author } from '../../../src/main/hosts/identity.ts';
import { birthOf } from '../../../src/main/hosts/process-birth.ts';
import { aDesk, type Desk } from './command-line.ts';
import { dayGiornale, importDay, wholeFlusso } from './day-of-papers.ts';
import { ask, problemShape, verificaShape } from './shapes.ts';
import { z } from 'zod';

const copiaShape = z.object({
  file: z.string(),
  sha256: z.string(),
  documents: z.number(),
  bytes: z.number(),
});
const ripristinaShape = z.object({
  file: z.string(),
  kept: z.string().nullable(),
  wasDamaged: z.boolean(),
  documents: z.number(),
  messagesHeld: z.literal(true),
});

// Many processes, one after the other, on a computer that others use too.
vi.setConfig({ testTimeout: 120_000 });

describe('copia and ripristina', () => {
  const desk = aDesk(importDay);

  it('go there and back again, and back once more', async () => {
    const digest = await digestOf(desk, desk.archive);
    const copied = await ask(desk, ['copia', desk.path('copia.db')], copiaShape);
    expect(copied.file).toBe(desk.path('copia.db'));
    expect(existsSync(desk.path('copia.json'))).toBe(true);

    await desk.run(['annulla', '1']);
    const later = await digestOf(desk, desk.archive);
    expect(later).not.toBe(digest);
    const restored = await ask(desk, ['ripristina', copied.file], ripristinaShape);
    expect(await digestOf(desk, desk.archive)).toBe(digest);

    await ask(desk, ['ripristina', restored.kept ?? ''], ripristinaShape);
    expect(await digestOf(desk, desk.archive)).toBe(later);
  });

  it('bring a ledger to an empty folder, from a file or from the folder of another', async () => {
    const digest = await digestOf(desk, desk.archive);
    const { file } = await ask(desk, ['copia', desk.path('chiavetta')], copiaShape);
    expect(file.startsWith(desk.path('chiavetta'))).toBe(true);
    for (const [n, source] of [file, desk.archive].entries()) {
      const archive = desk.path(`altrove-${n}`);
      const answer = await desk.json(['--archivio', archive, 'ripristina', source]);
      expect(ripristinaShape.parse(answer.value).kept).toBeNull();
      expect(await digestOf(desk, archive)).toBe(digest);
    }
  });

  it('are refused in a sentence', async () => {
    const refused = async (...words: string[]): Promise<string> => {
      const { code, value } = await desk.json(words);
      expect(code).toBe(3);
      return problemShape.parse(value).code;
    };
    expect(await refused('ripristina', desk.path('niente.db'))).toBe('backup-not-found');
    expect(await refused('ripristina', desk.write('testo.db', 'Un testo.'.repeat(900)))).toBe(
      'backup-damaged',
    );
    expect(await refused('copia', desk.path('non/c’è/copia.db'))).toBe('backup-folder-missing');
    expect((await desk.run(['copia'])).code).toBe(2);
    expect((await desk.run(['ripristina'])).code).toBe(2);
  });

  it('a restore is refused while a window has the folder, and changes nothing', async () => {
    const { file } = await ask(desk, ['copia', desk.path('per-la-finestra.db')], copiaShape);
    const before = readFileSync(ledgerFile(desk.archive));
    const lock = join(desk.archive, 'tre-pallini.lock');
    const holder = {
      program: 'window',
      user: author(),
      pid: process.pid,
      since: '2026-03-10T08:00:00.000Z',
      birth: birthOf(process.pid),
    };
    writeFileSync(lock, JSON.stringify(holder));
    const { code, value } = await desk.json(['ripristina', file]);
    expect([code, problemShape.parse(value).code]).toEqual([3, 'ledger-busy']);
    expect(readFileSync(ledgerFile(desk.archive))).toEqual(before);
    rmSync(lock);
  });
});

describe('copies by themselves', () => {
  const desk = aDesk(importDay);

  it('are made after an import, and before an undo when something changed since', async () => {
    expect(reasons(desk.archive)).toEqual(['import']);
    await desk.run(['importa', desk.write('di-nuovo.xml', dayGiornale)]);
    expect(reasons(desk.archive)).toEqual(['import']);
    await desk.run(['nota', '--flusso', '2026-03-04BINVIT9X-0000000034', 'guardato']);
    await desk.run(['annulla', '2']);
    // Within ten minutes the undo itself calls for no further copy: a script may do many things.
    expect(reasons(desk.archive)).toEqual(['import', 'undo']);
  });

  it('are at most three of a day', async () => {
    for (const n of [3, 4, 5]) await desk.run(['annulla', String(n)]);
    expect(reasons(desk.archive)).toHaveLength(3);
  });

  it('that cannot be made are told, and the import is done all the same', async () => {
    rmSync(join(desk.archive, 'copie'), { recursive: true });
    writeFileSync(join(desk.archive, 'copie'), 'un file al posto della cartella');
    const { code, stdout, stderr } = await desk.run([
      '--json',
      'importa',
      desk.write('nuovo.xml', wholeFlusso),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      documents: [{ outcome: expect.stringMatching(/imported/) as string }],
    });
    expect(code).toBe(0);
    const undone = await desk.run(['annulla', '6']);
    expect(undone.code).toBe(0);
    expect(`${stderr}${undone.stderr}`).toContain('La copia');
  });

  it('go to a second folder as well, and a second one that is gone is told', async () => {
    rmSync(join(desk.archive, 'copie'), { force: true });
    const second = desk.path('condivisa');
    writeFileSync(join(desk.archive, 'copie.json'), JSON.stringify({ secondFolder: second }));
    const gone = await desk.run(['annulla', '7']);
    expect(gone.stderr).toContain('condivisa');
    expect(existsSync(second)).toBe(false);
    mkdirSync(second);
    const there = await desk.run(['annulla', '8']);
    expect(there.stderr).not.toContain('condivisa');
    expect(readdirSync(second).filter((name) => name.endsWith('.db')).length).toBeGreaterThan(0);
  });
});

describe('a ledger that was damaged', () => {
  const desk = aDesk(importDay);

  it.each<[string, (file: string) => void]>([
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => truncateSync(file, 0)],
    ['cut', (file) => truncateSync(file, 100_000)],
    ['header', (file) => writeFileSync(file, 'Un testo.'.repeat(90_000))],
  ])('%s: is told by every command, and the last copy brings it back', async (what, damage) => {
    const digest = await digestOf(desk, desk.archive);
    damage(ledgerFile(desk.archive));
    for (const words of [['stato'], ['importa', desk.write('x.xml', wholeFlusso)], ['verifica']]) {
      const { code, value } = await desk.json(words);
      expect(code).toBe(3);
      expect(value).toMatchObject({ code: 'ledger-damaged', what });
    }
    const [copy] = copies(desk.archive).toReversed();
    const answer = await ask(desk, ['ripristina', join(desk.archive, 'copie', copy ?? '')], ripristinaShape);
    expect(answer.wasDamaged).toBe(what !== 'missing');
    expect(answer.kept === null).toBe(what === 'missing');
    expect(await digestOf(desk, desk.archive)).toBe(digest);
  });

  it('a whole folder that is put back is told once, and holds what waits to be sent', async () => {
    const env = { XDG_DATA_HOME: desk.path('dati') };
    const saved = desk.path('salvata');
    await desk.run(['impostazioni', 'leggi'], { env });
    cpSync(desk.archive, saved, { recursive: true });
    await desk.run(['annulla', '1'], { env });
    rmSync(desk.archive, { recursive: true });
    cpSync(saved, desk.archive, { recursive: true });
    const first = await desk.run(['annulla', '2'], { env });
    expect([first.code, first.stderr]).toEqual([0, expect.stringContaining('copia più vecchia')]);
    const second = await desk.run(['annulla', '3'], { env });
    expect([second.code, second.stderr]).toEqual([0, expect.not.stringContaining('copia più vecchia')]);
  });
});

function copies(archive: string): string[] {
  return readdirSync(join(archive, 'copie'))
    .filter((name) => name.endsWith('.db'))
    .toSorted();
}

/** Why each copy was made, the oldest first. */
function reasons(archive: string): string[] {
  const folder = join(archive, 'copie');
  return copies(archive)
    .map((name) => JSON.parse(readFileSync(join(folder, name.replace('.db', '.json')), 'utf8')) as Told)
    .toSorted((a, b) => a.sequence - b.sequence)
    .map(({ reason }) => reason);
}

interface Told {
  readonly reason: string;
  readonly sequence: number;
}

async function digestOf(desk: Desk, archive: string): Promise<string> {
  const { value } = await desk.json(['--archivio', archive, 'verifica']);
  return z.object({ digest: z.string() }).parse(verificaShape.parse(value)).digest;
}
