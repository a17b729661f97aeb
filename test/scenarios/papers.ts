import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GiornaleDraft, MovimentoDraft } from '../../src/main/demo/write-giornale.ts';
import { giornaleXml } from '../../src/main/demo/write-giornale.ts';
import { flussoXml, type FlussoDraft, type RigaDraft } from '../../src/main/demo/write-flusso.ts';
import { ricevutaXml, type RicevutaDraft } from '../../src/main/demo/write-ricevuta.ts';
import { zip } from '../../src/main/demo/zip.ts';
import { makeIuvAux3 } from '../../src/shared/domain/iuv.ts';
import { inventedEnte } from '../../src/main/demo/invented-ente.ts';
import { officeSettings, openOffice, type Office, type Paper } from '../helpers/office.ts';

// Each office starts a thread of its own: what one has compiled the next need not compile again.
process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'tre-pallini-compiled');

export type OfficeSettings = typeof officeSettings;

/** Our invented ente, our own code 01, another partner with code 05. */
export const ourSettings: OfficeSettings = {
  ...officeSettings,
  ente: { codiceFiscale: inventedEnte.codiceFiscale, denominazione: inventedEnte.denominazione },
};

/** An office on a day, with our settings or some of its own. */
export function anOffice(today = '2026-03-31', settings: Partial<OfficeSettings> = {}): Promise<Office> {
  return openOffice({ today, settings: { ...ourSettings, ...settings } });
}

/** Tuesday: the citizen pays. Wednesday: the PSP orders the transfer. Thursday: the treasurer has it. */
export const paidOn = '2026-03-10';
export const settledOn = '2026-03-11';
export const bookedOn = '2026-03-12';

/** The n-th invented payment: with our segregation code 01, unless told. */
export function aPayment(n: number, cents: number, segregation = '01'): RigaDraft {
  const iuv = makeIuvAux3(segregation, String(n).padStart(13, '0'));
  return { iuv, iur: `iur${String(n).padStart(29, '0')}`, cents };
}

/** The n-th invented IUF. */
export function anIuf(n = 1, day = settledOn): string {
  return `${day}BINVIT9X-${String(n).padStart(10, '0')}`;
}

/** The receipt of a payment, with one transfer to us unless told. */
export function aRicevuta({ iuv, iur, cents }: RigaDraft, more: Partial<RicevutaDraft> = {}): string {
  return ricevutaXml({ iuv, receiptId: iur, paidOn, ...(more.transfers ? {} : { cents }), ...more });
}

/** A flusso that lists these payments. */
export function aFlusso(
  iuf: string,
  righe: readonly RigaDraft[],
  more: Partial<Omit<FlussoDraft, 'iuf' | 'righe'>> = {},
): string {
  return flussoXml({ iuf, righe: righe.map((riga) => ({ date: paidOn, ...riga })), ...more });
}

/** The causale of the specification; `prog` is null for the form in use until 2021. */
export function causaleOf(iuf: string, prog: number | null = 0): string {
  return `/PUR/LGPE-RIVERSAMENTO${prog === null ? '' : `/TXT/${prog}`}/URI/${iuf}`;
}

/** A SOSPESO ENTRATA, ESEGUITO unless told. */
export function aSospeso(
  numero: string,
  cents: number,
  causale: string,
  more: Partial<MovimentoDraft> = {},
): MovimentoDraft {
  return { numero, cents, causale, ...more };
}

/** The same sospeso under another operation: called back, covered by a reversale, or uncovered. */
export function again(
  sospeso: MovimentoDraft,
  operazione: 'STORNATO' | 'REGOLARIZZATO' | 'RIPRISTINATO',
  more: Partial<MovimentoDraft> = {},
): MovimentoDraft {
  return { ...sospeso, operazione, ...more };
}

/** A reversale that covers these provvisori. */
export function aReversale(
  numero: string,
  cents: number,
  sospesi: readonly { readonly numero: string; readonly cents?: number }[],
  more: Partial<MovimentoDraft> = {},
): MovimentoDraft {
  return { numero, cents, documento: 'REVERSALE', causale: 'Copertura provvisori', sospesi, ...more };
}

export function aGiornale(
  movimenti: readonly MovimentoDraft[],
  more: Partial<Omit<GiornaleDraft, 'movimenti'>> = {},
): string {
  return giornaleXml({ to: bookedOn, movimenti, ...more });
}

export function aZip(files: Readonly<Record<string, Paper>>): Uint8Array {
  return zip(
    Object.entries(files).map(([name, paper]) => ({
      name,
      bytes: typeof paper === 'string' ? Buffer.from(paper) : paper,
    })),
  );
}

/** The three papers of a payment in order: receipt, flusso of one row, provvisorio of the same amount. */
export function threePapers(n: number, cents: number): Record<'rt.xml' | 'fdr.xml' | 'gdc.xml', string> {
  const payment = aPayment(n, cents);
  return {
    'rt.xml': aRicevuta(payment),
    'fdr.xml': aFlusso(anIuf(n), [payment]),
    'gdc.xml': aGiornale([aSospeso(String(n), cents, causaleOf(anIuf(n)))]),
  };
}

/** Drops papers one at a time in every order, and all at once: the digests of the ledgers that come of it. */
export async function digestsOfAllOrders(papers: Readonly<Record<string, Paper>>): Promise<Set<string>> {
  const digests = new Set<string>();
  const all = Object.entries(papers);
  for (const drops of [[all], ...ordersOf(all).map((order) => order.map((paper) => [paper]))]) {
    const office = await anOffice();
    for (const drop of drops) await office.drop(Object.fromEntries(drop));
    digests.add(await office.digest());
    await office.close();
  }
  return digests;
}

/** Every order of a list. */
export function ordersOf<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, i) => ordersOf(list.toSpliced(i, 1)).map((rest) => [first, ...rest]));
}

/** Each payment in order of IUV: `status dot/dot/dot`, in the order pagamento, rendicontazione, riconciliazione. */
export async function verdicts(office: Office): Promise<string[]> {
  const payments = await office.payments();
  return payments.map(({ status, dots: { pagamento, rendicontazione, riconciliazione } }) =>
    [status, [pagamento, rendicontazione, riconciliazione].join('/')].join(' '),
  );
}

/** Bucket of each flusso by IUF. */
export async function flowBuckets(office: Office): Promise<Record<string, string>> {
  return Object.fromEntries((await office.flussi()).map(({ iuf, bucket }) => [iuf, bucket]));
}

/** Bucket of each provvisorio by number. */
export async function moneyBuckets(office: Office): Promise<Record<string, string>> {
  return Object.fromEntries((await office.provvisori()).map(({ numero, bucket }) => [numero, bucket]));
}

/** State of each provvisorio by number. */
export async function states(office: Office): Promise<Record<string, string>> {
  return Object.fromEntries((await office.provvisori()).map(({ numero, state }) => [numero, state]));
}

type Dropped = Awaited<ReturnType<Office['drop']>>;

export function outcomes({ documents }: Dropped): string[] {
  return documents.map(({ outcome }) => outcome);
}

/** Codes of the warnings of all the documents of a drop. */
export function warnings({ documents }: Dropped): string[] {
  return documents.flatMap((document) => document.warnings.map(({ code }) => code));
}

/** The report of a drop that has a giornale. */
export function reportOf({ report }: Dropped): NonNullable<Dropped['report']> {
  if (report === null) throw new Error('no giornale in this drop');
  return report;
}

/** The only one of a list. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`${list.length} where one was expected`);
  return first;
}
