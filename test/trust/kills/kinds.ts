import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giornale } from '../../main/hosts/giornale.ts';
import { ente, flusso, iur, iuv, ricevuta, rt } from '../../main/hosts/papers.ts';
import { rowsOf } from '../../main/importers/columns.ts';
import { workbook } from '../../main/importers/table/workbooks.ts';
import { zip } from '../../main/importers/zip.ts';

/** Files by their names. */
export type Papers = Readonly<Record<string, string | Uint8Array>>;

const fdr1 = '2026-03-04BINVIT9X-0000000034';
const fdr3 = '2026-03-05BINVIT9X-0000000035';
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n + 1));
const centsOf = (n: number): number => 1_000 + n;
const sum = (from: number, to: number): number =>
  many(to - from + 1, (n) => centsOf(from + n - 1)).reduce((a, b) => a + b, 0);

const treasuryHeader = [
  'ESERCIZIO',
  'N.PROVV.',
  'DATA ESEC.',
  'DESCRIZIONE CAUSALE',
  'IMPORTO PROVVISORIO',
] as const;

/** What was there before: the ledger of an office that works. */
export const before: Papers = {
  'prima/giornale.xml': giornale([
    { numero: '101', cents: sum(1, 400), causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${fdr1}` },
    { numero: '102', cents: 777, causale: 'MUTUO 620184257' },
  ]),
  'prima/ricevute.zip': receipts(1, 60),
};

/** A drop of each kind of file, and a large one that a thread of its own reads. */
export const kinds: Readonly<Record<string, Papers>> = {
  'un giornale di cassa': {
    'giornale.xml': giornale(
      many(250, (n) => ({
        numero: String(200 + n),
        cents: centsOf(n),
        causale: `ACCREDITO AVVISO PAGOPA /RFB/${iuv('01', n)}`,
      })),
      { day: '2026-03-06' },
    ),
  },
  'un flusso FDR-1': {
    'flusso.xml': flusso(
      fdr1,
      many(400, (n) => ({ n, cents: centsOf(n) })),
    ),
  },
  'un flusso FDR-3': { 'flusso.json': newFlusso(fdr3, 400) },
  'ricevute in uno zip': { 'ricevute.zip': receipts(61, 180) },
  'un elenco CSV della tesoreria': { 'provvisori.csv': treasuryCsv(400) },
  'un elenco Excel della tesoreria': {
    'provvisori.xlsx': workbook({ Foglio1: [[...treasuryHeader], ...many(300, (n) => treasuryRow(n))] }),
  },
  'un elenco di posizioni': { 'posizioni.csv': positionsCsv(500) },
  'un carico grande, letto da un filo a parte': {
    'giornale.xml': giornale(
      [{ numero: '301', cents: sum(1, 400), causale: `/PUR/LGPE-RIVERSAMENTO/URI/${fdr3}` }],
      {
        day: '2026-03-07',
      },
    ),
    'flusso.xml': flusso(
      fdr1,
      many(400, (n) => ({ n, cents: centsOf(n) })),
    ),
    'flusso.json': newFlusso(fdr3, 400),
    // Above two hundred kilobytes of zip a thread is worth its while.
    'ricevute.zip': receipts(61, 400, true),
    'posizioni.csv': positionsCsv(400),
  },
};

/** Writes papers into a folder, and tells its path. */
export function putDown(folder: string, papers: Papers): string {
  for (const [name, content] of Object.entries(papers)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

function receipts(from: number, count: number, stored = false): Uint8Array {
  return zip(
    many(count, (n) => {
      const id = from + n - 1;
      const content = id % 2 === 0 ? rt(id, centsOf(id)) : ricevuta(id, centsOf(id), 500);
      return { name: `ricevuta-${id}.xml`, content, stored };
    }),
  );
}

function newFlusso(iuf: string, count: number): string {
  const sender = { type: 'LEGAL_PERSON', id: '88888888888', pspId: '88888888888' };
  const total = sum(1_001, 1_000 + count) / 100;
  return JSON.stringify({
    status: 'PUBLISHED',
    revision: 1,
    fdr: iuf,
    fdrDate: '2026-03-06T05:05:09Z',
    regulation: '0599928448796710489999999999IT',
    regulationDate: '2026-03-05',
    sender,
    receiver: {
      id: ente.codiceFiscale,
      organizationId: ente.codiceFiscale,
      organizationName: ente.denominazione,
    },
    totPayments: count,
    sumPayments: total,
    payments: many(count, (n) => ({
      index: n,
      iuv: iuv('01', 1_000 + n),
      iur: iur(1_000 + n),
      idTransfer: 1,
      pay: centsOf(1_000 + n) / 100,
      payStatus: 'EXECUTED',
      payDate: '2026-03-04T10:20:30Z',
    })),
  });
}

function treasuryRow(n: number): (string | number)[] {
  return [
    2026,
    500 + n,
    '2026-03-06',
    `ACCREDITO AVVISO PAGOPA /RFB/${iuv('01', 2_000 + n)}`,
    centsOf(n) / 100,
  ];
}

function treasuryCsv(count: number): string {
  const rows = many(count, (n) =>
    treasuryRow(n)
      .map((value) => String(value).replace('.', ','))
      .join(';'),
  );
  return [treasuryHeader.join(';'), ...rows, ''].join('\n');
}

function positionsCsv(count: number): string {
  const header = 'Cognome / Ragione sociale;Codice Fiscale;Numero avviso;Importo €;Scadenza;Causale;Tributo';
  return rowsOf(
    header,
    many(count, (n) => ({
      'Cognome / Ragione sociale': 'Finto Pippo',
      'Codice Fiscale': 'RSSMRA80A01H501U',
      'Numero avviso': `3${iuv('01', n)}`,
      'Importo €': (centsOf(n) / 100).toFixed(2).replace('.', ','),
      Scadenza: '31/03/2026',
      Causale: 'TARI 2026',
      Tributo: 'TARI',
    })),
  );
}
