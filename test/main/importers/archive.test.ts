import { describe, expect, it } from 'vitest';
import { giornale, movimento } from './opi.ts';
import { tellAll } from './reading.ts';
import { zip, type ZipDraft } from './zip.ts';
import { ownTime } from '../../helpers/own-time.ts';

const good: ZipDraft = { name: 'buono.xml', content: giornale() };
const problems = (archive: Uint8Array) =>
  tellAll(archive, 'a.zip').map(({ name, problem }) => [name, problem]);
const damaged = (detail: string) => ({ code: 'archive-damaged', detail });

describe('archives', () => {
  it('give one document for each file inside, named after both', () => {
    const told = tellAll(
      zip([
        good,
        { ...good, name: 'cartella/altro.xml', stored: true },
        { ...good, name: 'cartella/', content: '' },
      ]),
      'a.zip',
    );
    expect(told.map(({ name, movimenti }) => [name, movimenti.length])).toEqual([
      ['a.zip/buono.xml', 1],
      ['a.zip/cartella/altro.xml', 1],
    ]);
  });

  it('7 are opened without a word about what macOS and Windows leave in them', () => {
    const litter = [
      '__MACOSX/._buono.xml',
      '__MACOSX/',
      '.DS_Store',
      'x/.DS_Store',
      'Thumbs.db',
      '._buono.xml',
      'x/desktop.ini',
    ];
    expect(problems(zip([...litter.map((name) => ({ name, content: 'x' })), good]))).toEqual([
      ['a.zip/buono.xml', null],
    ]);
    expect(problems(zip(litter.map((name) => ({ name, content: 'x' }))))).toEqual([
      ['a.zip', { code: 'archive-empty' }],
    ]);
    expect(problems(zip([]))).toEqual([['a.zip', { code: 'archive-empty' }]]);
  });

  it('80 do not stumble over what GovPay tells about its export, wherever the export stands', () => {
    const metadata = { name: 'metadata.json', content: '{"versione":"3.7","idTracciato":1}' };
    const flusso = { ...good, name: 'FlussiRendicontazione/2026-03-11BINVIT9X-1_20260312.xml' };
    expect(problems(zip([metadata, flusso]))).toEqual([[`a.zip/${flusso.name}`, null]]);
    const inFolder = [metadata, { ...good, name: 'RT/00000000018_01000000000000158_n/rt.xml' }];
    const moved = inFolder.map((entry) => ({ ...entry, name: `GovPay_Export_7/${entry.name}` }));
    expect(problems(zip(moved)).map(([name]) => name)).toEqual([`a.zip/${moved[1]?.name}`]);
    // Beside anything else it is a file like the others.
    expect(problems(zip([metadata, good])).map(([name]) => name)).toEqual([
      'a.zip/metadata.json',
      'a.zip/buono.xml',
    ]);
    expect(problems(zip([{ ...metadata, name: 'x/metadata.json' }, flusso])).map(([name]) => name)).toEqual([
      'a.zip/x/metadata.json',
      `a.zip/${flusso.name}`,
    ]);
  });

  it.each([
    '../../x.xml',
    'C:/x.xml',
    '..\\x.xml',
    '/etc/x.xml',
    'a/../../x.xml',
    'a.xml:nascosto',
    'a\u0000.xml',
    `${'x'.repeat(600)}.xml`,
  ])('H19 refuse an entry called %j, and only that', (name) => {
    const shown = name.replaceAll('\\', '/').slice(0, 120);
    expect(problems(zip([{ ...good, name }, good]))).toEqual([
      [`a.zip/${shown}`, { code: 'archive-entry-refused', name: shown }],
      ['a.zip/buono.xml', null],
    ]);
  });

  it('H19 read an entry called like a device of Windows: its name is only shown', () => {
    expect(problems(zip([{ ...good, name: 'CON.xml' }]))).toEqual([['a.zip/CON.xml', null]]);
  });

  it('refuse symbolic links', () => {
    expect(problems(zip([{ ...good, content: '/etc/hostname', unixMode: 0o120777 }, good]))[0]).toEqual([
      'a.zip/buono.xml',
      { code: 'archive-entry-refused', name: 'buono.xml' },
    ]);
  });

  it('are not looked into when they are documents of Office', () => {
    const letter = ['[Content_Types].xml', 'word/document.xml'].map((name) => ({ name, content: '<a/>' }));
    expect(problems(zip(letter))).toEqual([
      ['a.zip', { code: 'unknown-format', saw: 'un documento di Office' }],
    ]);
  });

  it('accept the same name twice', () => {
    expect(problems(zip([good, good]))).toHaveLength(2);
  });
});

describe('hostile archives', () => {
  it('H20 refuse what expands a thousand times, at once', () => {
    const content = Buffer.alloc(200 * 1024 * 1024, 0x20);
    const bomb = zip([{ name: 'bomba.xml', content }, good]);
    const start = ownTime();
    expect(problems(bomb)).toEqual([
      ['a.zip/bomba.xml', { code: 'over-ceiling', ceiling: 'ratio', max: 250 }],
      ['a.zip/buono.xml', null],
    ]);
    expect(ownTime() - start).toBeLessThan(2000);
  });

  it('H20 refuse it also when it hides how big it is', () => {
    const content = Buffer.alloc(50 * 1024 * 1024, 0x20);
    const start = ownTime();
    expect(problems(zip([{ name: 'bomba.xml', content, size: 1000 }]))).toEqual([
      ['a.zip/bomba.xml', damaged('«bomba.xml»: i suoi dati compressi sono rovinati')],
    ]);
    expect(ownTime() - start).toBeLessThan(2000);
  });

  it('H21 go two levels deep', () => {
    const once = zip([good]);
    const twice = zip([{ name: 'uno.zip', content: once }, good]);
    const thrice = zip([{ name: 'due.zip', content: twice }, good]);
    expect(problems(twice)).toEqual([
      ['a.zip/uno.zip/buono.xml', null],
      ['a.zip/buono.xml', null],
    ]);
    expect(problems(thrice)).toEqual([
      ['a.zip/due.zip/uno.zip', { code: 'over-ceiling', ceiling: 'nesting', max: 2 }],
      ['a.zip/due.zip/buono.xml', null],
      ['a.zip/buono.xml', null],
    ]);
  });

  it.each([
    [
      'a size that is too small',
      { ...good, size: 10 },
      damaged('«buono.xml»: i suoi dati compressi sono rovinati'),
    ],
    [
      'a size that is too big',
      { ...good, size: 100_000 },
      damaged('«buono.xml»: la sua grandezza non è quella dichiarata'),
    ],
    [
      'a wrong size without compression',
      { ...good, stored: true, size: 10 },
      damaged('«buono.xml»: la sua grandezza non è quella dichiarata'),
    ],
    ['a wrong checksum', { ...good, crc: 1 }, damaged('«buono.xml»: il suo codice di controllo non torna')],
    [
      'an unknown compression',
      { ...good, method: 12 },
      damaged('«buono.xml»: è compresso in un modo che non si apre'),
    ],
    [
      'a local header elsewhere',
      { ...good, offset: 7 },
      damaged('«buono.xml»: la sua intestazione è rovinata'),
    ],
    [
      'a local header beyond the end',
      { ...good, offset: 999_999 },
      damaged('«buono.xml»: la sua intestazione è rovinata'),
    ],
    [
      'half a gigabyte',
      { ...good, size: 600 * 1024 * 1024 },
      { code: 'over-ceiling', ceiling: 'size', max: 512 * 1024 * 1024 },
    ],
  ])('H22 refuse an entry with %s, and read the others', (_, bad, problem) => {
    expect(problems(zip([bad, { ...good, name: 'altro.xml' }]))).toEqual([
      ['a.zip/buono.xml', problem],
      ['a.zip/altro.xml', null],
    ]);
  });

  it.each([
    ['encrypted', zip([{ ...good, flags: 1 }]), { code: 'archive-encrypted' }],
    ['strongly encrypted', zip([{ ...good, flags: 0x41 }]), { code: 'archive-encrypted' }],
    [
      'with overlapping entries',
      zip([good, { ...good, offset: 0 }]),
      damaged('alcuni file dell’archivio sono sovrapposti'),
    ],
    ['with fewer entries than it counts', zip([good], 2), damaged('il suo indice è rovinato')],
    [
      'with more entries than it counts',
      zip([good, good], 1),
      damaged('l’indice elenca più file di quanti ne dichiara'),
    ],
    ['cut', zip([good]).subarray(0, 300), damaged('non ha un indice leggibile')],
  ])('H22 refuse an archive %s', (_, archive, problem) => {
    expect(problems(archive)).toEqual([['a.zip', problem]]);
  });

  it('H22 refuse an archive of 70,000 entries that counts 4,464, as plain zips do', () => {
    const entries = Array.from({ length: 70_000 }, (_, i) => ({
      name: `${i}.xml`,
      content: '',
      stored: true,
    }));
    expect(problems(zip(entries))).toEqual([
      ['a.zip', damaged('l’indice elenca più file di quanti ne dichiara')],
    ]);
  });

  it('H23 read 500 files beside a broken one', () => {
    const entries = Array.from({ length: 500 }, (_, i) => ({
      name: `${i}.xml`,
      content: giornale({ movimenti: movimento({ numero_documento: String(i + 1) }) }),
    }));
    const told = tellAll(
      zip([...entries.slice(0, 250), { name: 'rotto.xml', content: '<a' }, ...entries.slice(250)]),
    );
    expect(told.filter(({ problem }) => problem === null)).toHaveLength(500);
    expect(told.filter(({ problem }) => problem !== null).map(({ problem }) => problem)).toEqual([
      { code: 'incomplete-file' },
    ]);
  });
});
