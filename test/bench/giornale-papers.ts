import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { GiornaleDraft, MovimentoDraft } from '../../src/main/demo/giornale-draft.ts';
import { cumulative } from '../../src/main/demo/office.ts';
import { makeIuf, pspList } from '../../src/main/demo/psp.ts';
import { createRandom, type Random } from '../../src/main/demo/random.ts';
import { demoSettings } from '../../src/main/demo/servizi.ts';
import { giornaleXml } from '../../src/main/demo/write-giornale.ts';
import { writeMovimento } from '../../src/main/demo/write-movimento.ts';
import { XmlLines } from '../../src/main/demo/xml-lines.ts';
import type { Day } from '../../src/shared/domain/day.ts';
import { Rows } from './rows.ts';

/** One large giornale, and its rows as CSV. */
export interface GiornalePapers {
  readonly file: string;
  readonly csv: string;
  readonly settings: string;
  readonly bytes: number;
  readonly movimenti: number;
}

const day = '2026-03-03' as Day;
const draft: GiornaleDraft = { to: day, movimenti: [], totals: 'none', signature: 'none' };
/** Movements that are in memory at once while they are written. */
const together = 500;

/** Invents one giornale of about so many bytes. The same number gives the same bytes. */
export function writeGiornalePapers(folder: string, bytes: number): GiornalePapers {
  rmSync(folder, { recursive: true, force: true });
  const paths = {
    file: join(folder, 'giornale.xml'),
    csv: join(folder, 'csv'),
    settings: join(folder, 'impostazioni.json'),
  };
  mkdirSync(paths.csv, { recursive: true });
  writeFileSync(paths.settings, JSON.stringify(demoSettings));
  const random = createRandom(7);
  const rows = new Rows(paths.csv);
  const end = '</informazioni_conto_evidenza>';
  const empty = giornaleXml(draft);
  const middle = empty.lastIndexOf('\n', empty.indexOf(end)) + 1;
  const file = openSync(paths.file, 'w');
  let written = writeSync(file, empty.slice(0, middle));
  let movimenti = 0;
  while (written < bytes) {
    const xml = new XmlLines(true, '');
    for (let i = 0; i < together; i++) {
      movimenti += 1;
      const movimento = inventMovimento(random, movimenti);
      writeMovimento(xml, movimento, draft, movimenti);
      addRow(rows, movimento);
    }
    written += writeSync(file, `${xml.text().trimEnd()}\n`);
  }
  written += writeSync(file, empty.slice(middle));
  closeSync(file);
  rows.close();
  return { ...paths, bytes: written, movimenti };
}

/** Seven in ten are money that arrived, half of it from a PSP; the others are reversali and mandati. */
function inventMovimento(random: Random, position: number): MovimentoDraft {
  const psp = pspList[position % pspList.length];
  if (psp === undefined) throw new Error('no psp');
  const common = {
    numero: String(position),
    cents: random.int(500, 900_000),
    date: day,
    reference: `9909${100_000 + position}`,
  };
  const share = random.next();
  if (share < 0.35) {
    const causale = cumulative(makeIuf(psp, day, position));
    return { ...common, causale, payer: `${psp.name} Servizio pagoPA` };
  }
  if (share < 0.7)
    return { ...common, causale: 'VERSAMENTO D’AFFITTO & CANONI, PERIODO MARZO', payer: 'SOCIETÀ INVENTATA' };
  if (share < 0.85) {
    const sospesi = [{ numero: String(random.int(1, position)), cents: common.cents }];
    return { ...common, documento: 'REVERSALE', causale: 'REGOLARIZZAZIONE SOSPESO', sospesi };
  }
  return { ...common, documento: 'MANDATO', causale: 'FATTURA N. 12/A', payer: 'FORNITORE INVENTATO SRL' };
}

function addRow(
  rows: Rows,
  { numero, cents, causale, reference, payer, documento, verso }: MovimentoDraft,
): void {
  const kind = documento ?? 'SOSPESO ENTRATA';
  const key = [
    '0000100',
    2026,
    numero,
    verso ?? (kind === 'MANDATO' ? 'USCITA' : 'ENTRATA'),
    kind,
    'ESEGUITO',
  ];
  rows.add('movimenti', [
    ...key,
    cents,
    day,
    day,
    causale ?? '',
    reference ?? '',
    payer ?? '',
    `${day}T22:15:00`,
  ]);
}
