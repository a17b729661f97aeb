import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Core } from '../../../src/main/core.ts';
import { openMemory } from '../../../src/main/hosts/watch/memory.ts';
import { refuseFolder } from '../../../src/main/hosts/watch/refuse-folder.ts';
import { takeFile } from '../../../src/main/hosts/watch/take-file.ts';
import { createWatch } from '../../../src/main/hosts/watch/watch-folder.ts';
import type { WatchNotice } from '../../../src/shared/contract/events.ts';
import { fail } from '../../../src/shared/domain/result.ts';
import { isWorry, sayWatchNotice } from '../../../src/shared/wording/watch.ts';
import { openOffice, type Office, type Paper } from '../../helpers/office.ts';
import { aZip, anOffice, threePapers } from '../../scenarios/papers.ts';

/** An office with a watched folder, whose clock the test turns. */
function watched(office: Office, core: Core = office.core) {
  const folder = join(office.folder, 'scaricati');
  mkdirSync(folder, { recursive: true });
  const notices: WatchNotice[] = [];
  const memory = join(office.folder, 'archivio', 'cartella-sorvegliata.json');
  let now = 0;
  const open = () =>
    createWatch({
      core,
      folder,
      memory: openMemory(memory, folder),
      clock: () => now,
      tell: (notice) => notices.push(notice),
      onDefect: (error) => {
        throw error;
      },
    });
  let watch = open();
  return {
    folder,
    notices,
    path: (name: string) => join(folder, name),
    save: (name: string, paper: Paper) => writeFileSync(join(folder, name), paper),
    /** Looks now, and again when these milliseconds have passed. */
    async pass(ms: number): Promise<void> {
      await watch.look();
      now += ms;
      await watch.look();
    },
    async restart(): Promise<void> {
      await watch.close();
      watch = open();
    },
    told: () => notices.splice(0).map((notice) => notice.code),
  };
}

const papers = threePapers(1, 12_345);

describe('the watched folder', () => {
  it('brings what is saved into it, as if it had been dropped, and leaves the files alone', async () => {
    const office = await anOffice();
    const desk = watched(office);
    for (const [name, paper] of Object.entries(papers)) desk.save(name, paper);
    desk.save('altri.zip', aZip(threePapers(2, 500)));
    const before = readdirSync(desk.folder).map((name) => [name, statSync(desk.path(name)).mtimeMs]);

    await desk.pass(1_999);
    expect(desk.told()).toEqual([]);
    await desk.pass(1);

    expect(desk.notices).toMatchObject([
      {
        code: 'watch-imported',
        files: ['altri.zip', 'fdr.xml', 'gdc.xml', 'rt.xml'],
        imported: 6,
        alreadyImported: 0,
        refused: 0,
        report: { new: 2 },
      },
    ]);
    expect(readdirSync(desk.folder).map((name) => [name, statSync(desk.path(name)).mtimeMs])).toEqual(before);
    const other = await anOffice();
    await other.drop({ ...papers, 'altri.zip': aZip(threePapers(2, 500)) });
    expect(await office.digest()).toBe(await other.digest());
    expect(readdirSync(join(office.folder, 'archivio', 'in-arrivo'))).toEqual([]);
  });

  it('takes each file once, whatever it is called, also after the program was closed', async () => {
    const office = await anOffice();
    const desk = watched(office);
    desk.save('gdc.xml', papers['gdc.xml']);
    await desk.pass(2_000);
    desk.save('gdc (1).xml', papers['gdc.xml']);
    await desk.pass(2_000);
    await desk.restart();
    await desk.pass(60_000);
    expect(desk.told()).toEqual(['watch-imported']);
    expect(await office.history()).toHaveLength(1);
    // What was saved while the program was closed is taken when it opens.
    await desk.restart();
    desk.save('rt.xml', papers['rt.xml']);
    await desk.pass(2_000);
    expect(desk.told()).toEqual(['watch-imported']);
    expect(await office.history()).toHaveLength(2);
  });

  it('tells of a refused file once, with its reason, and tries it again only when it changes', async () => {
    const office = await anOffice();
    const desk = watched(office);
    desk.save('appunti.xml', '<appunti/>');
    await desk.pass(2_000);
    const [notice] = desk.notices;
    if (notice === undefined) throw new Error('nothing was told');
    expect(notice).toMatchObject({ imported: 0, refused: 1, shown: [{ name: 'appunti.xml' }] });
    expect(isWorry(notice)).toBe(true);
    expect(sayWatchNotice(notice)).toMatch(
      /^Dalla cartella sorvegliata \(appunti\.xml\): 1 rifiutato\.\n«appunti\.xml»: [A-ZÈ]/,
    );
    await desk.pass(3_600_000);
    await desk.restart();
    utimesSync(desk.path('appunti.xml'), 1, 1);
    await desk.pass(3_600_000);
    expect(desk.told()).toEqual(['watch-imported']);

    desk.save('appunti.xml', papers['gdc.xml']);
    await desk.pass(2_000);
    expect(desk.notices).toMatchObject([{ imported: 1, refused: 0 }]);
  });

  it('waits for a download to end', async () => {
    const office = await anOffice();
    const desk = watched(office);
    const half = papers['gdc.xml'].slice(0, 300);
    desk.save('gdc.xml', '');
    desk.save('gdc.xml.crdownload', half);
    await desk.pass(60_000);
    desk.save('rt.xml', papers['rt.xml'].slice(0, 100));
    await desk.pass(1_000);
    desk.save('rt.xml', papers['rt.xml']);
    await desk.pass(1_500);
    expect(desk.told()).toEqual([]);

    desk.save('gdc.xml.crdownload', papers['gdc.xml']);
    renameSync(desk.path('gdc.xml.crdownload'), desk.path('gdc.xml'));
    await desk.pass(2_000);

    expect(desk.notices).toMatchObject([{ files: ['gdc.xml', 'rt.xml'], imported: 2, refused: 0 }]);
  });

  it('follows neither links nor folders', async () => {
    const office = await anOffice();
    const desk = watched(office);
    const secret = join(office.folder, 'altrove.xml');
    writeFileSync(secret, papers['gdc.xml']);
    symlinkSync(secret, desk.path('collegamento.xml'));
    symlinkSync(office.folder, desk.path('cartella'));
    mkdirSync(desk.path('vecchi'));
    writeFileSync(join(desk.path('vecchi'), 'rt.xml'), papers['rt.xml']);
    await desk.pass(60_000);
    expect(desk.told()).toEqual([]);
    expect(await office.history()).toEqual([]);
    // A link that takes the place of a file between the look and the reading is not followed either.
    const { size, mtimeMs } = statSync(secret);
    expect(
      await takeFile(office.core, desk.folder, { name: 'collegamento.xml', size, mtimeMs }, () => false),
    ).toEqual({
      not: 'open',
    });
    expect(
      await takeFile(
        office.core,
        office.folder,
        { name: 'altrove.xml', size: size + 1, mtimeMs },
        () => false,
      ),
    ).toEqual({
      not: 'still',
    });
  });

  it('that goes is missed once, and taken up again when it returns', async () => {
    const office = await anOffice();
    const desk = watched(office);
    desk.save('gdc.xml', papers['gdc.xml']);
    await desk.pass(2_000);
    rmSync(desk.folder, { recursive: true });
    await desk.pass(60_000);
    await desk.pass(60_000);
    symlinkSync(office.folder, desk.folder);
    await desk.pass(60_000);
    expect(desk.told()).toEqual(['watch-imported', 'watch-gone']);
    rmSync(desk.folder);
    mkdirSync(desk.folder);
    desk.save('gdc.xml', papers['gdc.xml']);
    desk.save('rt.xml', papers['rt.xml']);
    await desk.pass(2_000);
    expect(desk.told()).toEqual(['watch-back', 'watch-imported']);
    expect(await office.history()).toHaveLength(2);
  });

  it('waits for the ente, and for whoever holds the ledger, without losing anything', async () => {
    const office = await openOffice({ settings: null });
    let busy = false;
    const call = ((name, input, options) =>
      busy && name === 'documents.import'
        ? Promise.resolve(fail({ code: 'ledger-busy' }))
        : office.core.call(name, input, options)) as Core['call'];
    const desk = watched(office, { ...office.core, call });
    desk.save('gdc.xml', papers['gdc.xml']);
    await desk.pass(2_000);
    await desk.pass(61_000);
    expect(desk.notices).toMatchObject([{ code: 'watch-failed', problem: { code: 'ente-missing' } }]);
    desk.told();

    const settled = await anOffice();
    await office.settings(await settled.ask('settings.read', {}));
    busy = true;
    await desk.pass(61_000);
    await desk.pass(61_000);
    expect(desk.notices).toMatchObject([{ code: 'watch-failed', problem: { code: 'ledger-busy' } }]);
    desk.told();
    expect(readdirSync(join(office.folder, 'archivio', 'in-arrivo'))).toEqual([]);

    busy = false;
    await desk.pass(61_000);
    expect(desk.notices).toMatchObject([{ code: 'watch-imported', imported: 1 }]);
  });

  it('forgets what it cannot understand of its memory, and no more', async () => {
    const office = await anOffice();
    const desk = watched(office);
    const memory = join(office.folder, 'archivio', 'cartella-sorvegliata.json');
    desk.save('gdc.xml', papers['gdc.xml']);
    await desk.pass(2_000);
    expect(JSON.parse(readFileSync(memory, 'utf8'))).toMatchObject({ files: [{ name: 'gdc.xml' }] });
    desk.told();
    writeFileSync(memory, '{"files":[{"name":5},null],"digests":"x","folder":');
    await desk.restart();
    await desk.pass(2_000);
    expect(desk.notices).toMatchObject([{ imported: 0, alreadyImported: 1 }]);
  });

  it('looks by itself', async () => {
    const office = await anOffice();
    const folder = join(office.folder, 'scaricati');
    mkdirSync(folder);
    writeFileSync(join(folder, 'gdc.xml'), papers['gdc.xml']);
    const notices: WatchNotice[] = [];
    let now = 0;
    const watch = createWatch({
      core: office.core,
      folder,
      memory: openMemory(join(office.folder, 'memoria.json'), folder),
      // Time flies: two seconds between two looks.
      clock: () => (now += 2_000),
      tell: (notice) => notices.push(notice),
      onDefect: (error) => {
        throw error;
      },
    });
    onTestFinished(() => watch.close());
    watch.start();
    await new Promise((resolve) => setTimeout(resolve, 100));
    // A hint: nobody waits for the next turn.
    writeFileSync(join(folder, 'rt.xml'), papers['rt.xml']);
    await vi.waitFor(() => expect(notices).toMatchObject([{ code: 'watch-imported' }]), { timeout: 4_000 });
  });
});

describe('a folder that the window asks for', () => {
  it('must be a plain one of this computer, and not our own', async () => {
    const office = await anOffice();
    const home = join(office.folder, 'archivio');
    const folder = join(office.folder, 'scaricati');
    mkdirSync(folder);
    symlinkSync(folder, join(office.folder, 'collegamento'));
    writeFileSync(join(office.folder, 'file.txt'), 'x');
    mkdirSync(join(home, 'dentro'), { recursive: true });
    expect(refuseFolder(folder, home)).toBeNull();
    expect(refuseFolder(`${folder}/`, home)).toBeNull();
    const refused = {
      scaricati: 'relative',
      './scaricati': 'relative',
      '': 'relative',
      '/': 'too-wide',
      '/tmp/..': 'too-wide',
      '\\\\server\\condivisa': 'network',
      '//server/condivisa': 'network',
      '\\\\?\\C:\\Users': 'network',
      [join(office.folder, 'non-ce')]: 'missing',
      [join(office.folder, 'file.txt')]: 'not-a-folder',
      [join(office.folder, 'collegamento')]: 'link',
      [home]: 'own',
      [join(home, 'dentro')]: 'own',
      [office.folder]: 'own',
    };
    expect(Object.fromEntries(Object.keys(refused).map((path) => [path, refuseFolder(path, home)]))).toEqual(
      refused,
    );
  });
});
