import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  der,
  detached,
  lines,
  open,
  p7m,
  p7mInPieces,
  pem,
  sealed,
  signedOver,
} from '../../main/importers/wrap.ts';
import { zip, type ZipDraft } from '../../main/importers/zip.ts';
import { aPayment, aRicevuta, anOffice } from '../../scenarios/papers.ts';
import { found } from '../figures.ts';
import { tryAll, type Case } from './trial.ts';

const rt = aRicevuta(aPayment(1, 12_345));
const inZip = (entries: readonly ZipDraft[], declared?: number) => ({
  name: 'ostile.zip',
  paper: zip(entries, declared),
});
const named = (name: string, more: Partial<ZipDraft> = {}): ZipDraft => ({ name, content: rt, ...more });
const nested = (times: number): Buffer => {
  let inner = zip([named('rt.xml')]);
  for (let n = 0; n < times; n++) inner = zip([{ name: `${n}.zip`, content: inner }]);
  return inner;
};

const names: readonly Case[] = [
  '../../x.xml',
  '/etc/x.xml',
  'C:/x.xml',
  String.raw`..\x.xml`,
  'a.xml:ads',
].map((name) => ({
  id: 'H19',
  what: name,
  ...inZip([named(name)]),
  says: /non è ammessa/,
}));
const device: Case = { id: 'H19', what: 'CON.xml', ...inZip([named('CON.xml')]), says: null, like: rt };

const archives: readonly Case[] = [
  {
    id: 'H20',
    what: 'a thousand times smaller',
    ...inZip([{ name: 'a.xml', content: Buffer.alloc(100_000_000, 32) }]),
    says: /Archivio sospetto/,
  },
  {
    id: 'H20',
    what: 'a size that lies',
    ...inZip([{ name: 'a.xml', content: Buffer.alloc(100_000_000, 32), size: 1_000 }]),
    says: /danneggiato/,
  },
  { id: 'H21', what: 'four deep', name: 'ostile.zip', paper: nested(3), says: /oltre il limite/ },
  { id: 'H22', what: 'encrypted', ...inZip([named('a.xml', { flags: 1 })]), says: /password/ },
  {
    id: 'H22',
    what: 'another checksum',
    ...inZip([named('a.xml', { crc: 7 })]),
    says: /codice di controllo/,
  },
  { id: 'H22', what: 'another size', ...inZip([named('a.xml', { size: 9_999 })]), says: /danneggiato/ },
  {
    id: 'H22',
    what: 'one over the other',
    ...inZip([named('a.xml', { stored: true }), named('b.xml', { stored: true, offset: 10 })]),
    says: /danneggiat|sovrapposti/,
  },
  {
    id: 'H22',
    what: 'overlapping data',
    ...inZip([named('a.xml'), named('b.xml', { offset: 0 })]),
    says: /sovrapposti/,
  },
  { id: 'H22', what: 'a link', ...inZip([named('a.xml', { unixMode: 0o120777 })]), says: /non è ammessa/ },
  {
    id: 'H22',
    what: '70,000 that say they are 4,464',
    ...inZip(Array.from({ length: 70_000 }, (_, n) => ({ name: `${n}`, content: '', stored: true }))),
    says: /più file di quanti|voci/,
  },
];

const signatures: readonly Case[] = [
  ...[
    p7m(rt),
    p7mInPieces(rt),
    p7mInPieces(rt, 100),
    lines(p7m(rt)),
    pem(p7m(rt)),
    p7m(p7m(rt)),
    signedOver(Buffer.from(rt), 2),
  ].map((paper, n) => ({
    id: 'H24',
    what: `form ${n}`,
    name: 'ostile.xml.p7m',
    paper,
    says: null,
    like: rt,
  })),
  { id: 'H25', what: 'detached', name: 'ostile.p7m', paper: detached(), says: /solo una firma/ },
  { id: 'H25', what: 'encrypted', name: 'ostile.p7m', paper: sealed(), says: /cifrato/ },
  {
    id: 'H26',
    what: 'a length of 4 GB',
    name: 'ostile.p7m',
    paper: Buffer.concat([Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]), p7m(rt).subarray(4)]),
    says: /firma del file è danneggiata/,
  },
  {
    id: 'H26',
    what: '100,000 sequences',
    name: 'ostile.p7m',
    paper: Buffer.concat([
      p7m(rt).subarray(0, 19),
      ...Array.from({ length: 100_000 }, () => Buffer.from([0x30, 0x80])),
    ]),
    says: /firma|riconosciuto/,
  },
  {
    id: 'H27',
    what: 'a program',
    name: 'ostile.p7m',
    paper: p7m(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5_000, 1)])),
    says: /un programma/,
  },
  { id: 'H27', what: 'a PDF', name: 'ostile.p7m', paper: p7m('%PDF-1.7\n'), says: /PDF/ },
];

it('H19, H20, H21, H22 an archive that wants no good', async () => {
  const figures = await tryAll([...names, device, ...archives]);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 240_000);

it('H24, H25, H26, H27 a signature, whole or not', async () => {
  const figures = await tryAll(signatures);
  expect(figures.size).toBeGreaterThan(0);
  for (const [id, figure] of figures) found(id, figure);
}, 120_000);

it('H19, H27 nothing of what is inside a file lies on the disk, before or after', async () => {
  const office = await anOffice();
  mkdirSync(join(office.folder, 'accanto'));
  await office.drop({
    'n.zip': zip([named('../../x.xml'), named('../accanto/y.xml')]),
    'p.p7m': p7m('MZ programma'),
  });
  const all = readdirSync(office.folder, { recursive: true, encoding: 'utf8' });
  expect(all.filter((name) => /x\.xml|y\.xml|programma|\.exe/.test(name))).toEqual([]);
  expect(open(0x30, der(0x04)).length).toBeGreaterThan(0);
  found('H19', 'nessun file scritto fuori');
  found('H27', 'nessun file temporaneo');
});

it('H23 one bad receipt among 500 is told, and the 500 are imported', async () => {
  const office = await anOffice();
  const good = Array.from({ length: 500 }, (_, n) => ({
    name: `${n}.xml`,
    content: aRicevuta(aPayment(n + 1, 100)),
  }));
  const { documents } = await office.drop({
    'anno.zip': zip([
      ...good.slice(0, 250),
      { name: 'rotta.xml', content: rt.slice(0, 900) },
      ...good.slice(250),
    ]),
  });
  expect(documents.filter(({ outcome }) => outcome === 'imported')).toHaveLength(500);
  expect(documents.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
    { name: 'anno.zip/rotta.xml', problem: { code: 'incomplete-file' } },
  ]);
  found('H23', '500 importate, 1 rifiutata con il suo nome');
});
