import * as fc from 'fast-check';
import { giornaleXml, type GiornaleDraft, type MovimentoDraft } from '../../src/main/demo/write-giornale.ts';
import { flussoXml, type FlussoDraft, type RigaDraft } from '../../src/main/demo/write-flusso.ts';
import { elencoXml } from '../helpers/elenco.ts';
import { ricevutaXml, type RicevutaDraft, type TransferDraft } from '../../src/main/demo/write-ricevuta.ts';
import { inventedEnte, inventedProvincia } from '../../src/main/demo/invented-ente.ts';
import { makeIuvAux0, makeIuvAux3, makeRf } from '../../src/shared/domain/iuv.ts';

/** A file that somebody could drop on the window. */
export interface Paper {
  readonly name: string;
  readonly content: string;
}

/** A giornale as it was meant: its pages are papers of their own. */
export interface InventedGiornale {
  readonly draft: GiornaleDraft;
  readonly pages: readonly { readonly paper: Paper; readonly movimenti: readonly MovimentoDraft[] }[];
}

/** A small and nasty office: everything in it comes from short lists, so that its papers keep colliding. */
export interface InventedOffice {
  readonly giornali: readonly InventedGiornale[];
  readonly papers: readonly Paper[];
  readonly [fc.toStringMethod]: () => string;
}

const iuvs = [
  makeIuvAux3('01', '0000000000001'),
  makeIuvAux3('01', '0000000000002'),
  makeIuvAux3('01', '0000000000003'),
  makeIuvAux3('05', '0000000000001'),
  makeIuvAux3('05', '0000000000002'),
  makeIuvAux3('22', '0000000000001'),
  makeIuvAux0('01', '0000000000007'),
  makeRf('18539007547034'),
];
const iurs = ['IURALFA', 'IURBETA', 'IURGAMMA'];
/** Two begin alike, one is told in two cases, one has no day at all. */
const iufs = [
  '2026-01-15BINVIT9X-S1',
  '2026-01-15BINVIT9X-S12',
  '2026-01-15BINVIT9X-F0a01',
  '2026-01-15binvit9x-f0A01',
  '2026-02-02PPAYITR1XXX-S0201',
  'VECCHIOFLUSSO77',
];
const neverReported = '2026-01-20NESSUNO1-X9';
const days = ['2026-01-14', '2026-01-15', '2026-01-16', '2026-02-02'];
/** The first two are the same moment. */
const moments = ['2026-02-10T10:00:00', '2026-02-10T10:00:00+01:00', '2026-02-11T09:00:00Z'];
const conti = ['0000100', '0000200'];

/** One value more often than each of the others; a counterexample falls back to it. */
function oftenest<const T>(usual: T, weight: number, others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight },
    { arbitrary: fc.constantFrom(...others), weight: others.length },
  );
}

const payment = fc.record({
  iuv: fc.constantFrom(...iuvs),
  iur: fc.constantFrom(...iurs),
  index: fc.constantFrom(1, 1, 1, 2),
  cents: fc.constantFrom(100, 100, 200, 300),
  day: fc.constantFrom(...days),
});

const riga = fc.record({
  payment: fc.nat(5),
  twist: oftenest('none', 12, ['cents', 'cents', 'iur', 'index', 'no-index', 'twice', 'again']),
  esito: oftenest(0, 12, [3, 4, 7, 8, 9]),
});

const flusso = fc.record({
  iuf: fc.constantFrom(...iufs),
  revision: fc.constantFrom(undefined, undefined, 1, 2),
  moment: fc.constantFrom(...moments),
  righe: fc.uniqueArray(riga, { maxLength: 3, selector: ({ payment: which }) => which }),
  declared: oftenest('right', 9, ['total', 'count', 'without-revoked']),
});

const causali = [
  'ordinary',
  'supplementary',
  'old',
  'blank-in-day',
  'lower-case',
  'blank-before-last',
  'cut',
  'cut-short',
  'two-iufs',
  'merged',
  'merged',
  'no-marker',
  'glued-tail',
  'end-to-end',
  'never-reported',
  'unreadable',
  'with-iuv',
  'single',
  'single',
  'single',
  'other-money',
  'suspect',
] as const;

const sospeso = fc.record({
  type: fc.constant('money' as const),
  numero: fc.integer({ min: 1, max: 4 }),
  conto: fc.constantFrom(0, 0, 1),
  flusso: fc.nat(5),
  payment: fc.nat(5),
  share: oftenest('whole', 7, ['part', 'rest', 'excess']),
  causale: oftenest<(typeof causali)[number]>('ordinary', 14, causali),
  bolletta: oftenest('own', 3, ['shared', 'none']),
  day: fc.constantFrom(...days),
});

/** Storni and regularisations: most name a numero provvisorio, some only the bolletta of the money. */
const event = fc.record({
  type: fc.constantFrom('STORNATO', 'STORNATO', 'REGOLARIZZATO', 'RIPRISTINATO'),
  numero: fc.integer({ min: 1, max: 4 }),
  conto: fc.constantFrom(0, 0, 1),
  cents: fc.constantFrom(50, 100, 200, 1_000),
  takesBack: oftenest('same-numero', 3, ['shared-bolletta', 'first-bolletta', 'nothing']),
  day: fc.constantFrom(...days),
});

const reversale = fc.record({
  type: fc.constant('reversale' as const),
  numeri: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }),
  conto: fc.constantFrom(0, 0, 1),
  cents: fc.constantFrom(100, 200),
  tellsCents: fc.boolean(),
  undone: fc.constantFrom(false, false, true),
});

const mandato = fc.constant({ type: 'mandato' as const });

const line = fc.oneof(
  { arbitrary: sospeso, weight: 6 },
  { arbitrary: event, weight: 3 },
  { arbitrary: reversale, weight: 2 },
  { arbitrary: mandato, weight: 1 },
);

const giornale = fc.record({
  to: fc.constantFrom('2026-02-03', '2026-02-03', '2026-02-04', '2025-12-31'),
  moment: fc.nat(2),
  lines: fc.array(fc.nat(7), { minLength: 1, maxLength: 6 }),
  moreZeros: fc.boolean(),
  pages: fc.constantFrom(1, 1, 2),
});

const ricevuta = fc.record({
  payment: fc.nat(5),
  kind: oftenest('ok', 12, [
    'ko',
    'cents',
    'iur',
    'with-others',
    'with-bollo',
    'only-others',
    'only-others',
    'twice',
  ]),
  moment: fc.nat(2),
  shape: fc.constantFrom('paSendRTV2', 'receipt', 'rt'),
});

/** Lists of the node: of flussi that are here, or not, or known only by money. */
const elenco = fc.uniqueArray(fc.constantFrom(...iufs, neverReported), { minLength: 1, maxLength: 3 });
/** A list of the treasurer without conti, short or complete, that tells some of the same money. */
const sentList = fc.record({
  lines: fc.array(fc.nat(7), { minLength: 1, maxLength: 5 }),
  complete: fc.boolean(),
  covered: fc.constantFrom(false, false, true),
});

const recipe = fc.record({
  payments: fc.array(payment, { minLength: 2, maxLength: 6 }),
  flussi: fc.array(flusso, { minLength: 1, maxLength: 5 }),
  lines: fc.array(line, { minLength: 3, maxLength: 8 }),
  giornali: fc.array(giornale, { minLength: 1, maxLength: 4 }),
  oldLayout: fc.boolean(),
  ricevute: fc.array(ricevuta, { maxLength: 6 }),
  elenchi: fc.array(elenco, { maxLength: 2 }),
  lists: fc.array(sentList, { maxLength: 3 }),
});

type Recipe = typeof recipe extends fc.Arbitrary<infer R> ? R : never;
type Payment = Recipe['payments'][number];

/**
 * `distinctMoments`: every giornale was made at a moment of its own and tells a provvisorio once, so that nothing
 * but the moments decides which version of a line counts. `lists`: the treasurer also sends lists without conti.
 */
export function officeArbitrary(options: {
  distinctMoments: boolean;
  lists?: boolean;
}): fc.Arbitrary<InventedOffice> {
  return recipe.map((invented) => {
    const flussi = invented.flussi.map((one) => flussoOf(one, invented));
    const lines = invented.lines.map((one, position) => lineOf(one, position, invented, flussi));
    const giornali = invented.giornali.map((one, position) =>
      giornaleOf(one, position, lines, invented, options.distinctMoments),
    );
    const ricevute = invented.ricevute.map((one) => ricevutaOf(one, invented.payments));
    const lists = options.lists === true ? invented.lists.map((one) => listOf(one, lines)) : [];
    const papers = [
      ...lists.flatMap((content, position) =>
        content === null ? [] : [{ name: `lista-${position + 1}.csv`, content }],
      ),
      ...giornali.flatMap(({ pages }) => pages.map(({ paper }) => paper)),
      ...flussi.map((draft, position) => ({ name: `flusso-${position + 1}.xml`, content: flussoXml(draft) })),
      ...ricevute.map((draft, position) => ({
        name: `ricevuta-${position + 1}.xml`,
        content: ricevutaXml(draft),
      })),
      ...invented.elenchi.map((named, position) => ({
        name: `elenco-${position + 1}.xml`,
        content: elencoXml(named.map((iuf) => ({ iuf, createdAt: at(moments, position) }))),
      })),
    ];
    const { elenchi } = invented;
    return {
      giornali,
      papers,
      [fc.toStringMethod]: () => tell({ giornali, flussi, ricevute, elenchi, lists }),
    };
  });
}

/** A counterexample as one can read it: what stands on each paper, without the paper. */
function tell(office: {
  giornali: readonly InventedGiornale[];
  flussi: readonly FlussoDraft[];
  ricevute: readonly RicevutaDraft[];
  elenchi: readonly (readonly string[])[];
  lists: readonly (string | null)[];
}): string {
  const rows = [
    ...office.giornali.map(({ draft, pages }) => ({ pages: pages.length, ...draft })),
    ...office.flussi,
    ...office.ricevute,
    ...office.elenchi,
    ...office.lists,
  ];
  return rows.map((row) => `\n  ${JSON.stringify(row)}`).join('');
}

function at<T>(list: readonly T[], position: number): T {
  const found = list[position % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}

function flussoOf(one: Recipe['flussi'][number], { payments }: Recipe): FlussoDraft {
  const righe = one.righe.flatMap(({ payment: which, twist, esito }): RigaDraft[] => {
    const paid = at(payments, which);
    const row = rowOf(paid, twist, esito);
    if (twist === 'again') return [row, { ...row, cents: row.cents + 100 }];
    return twist === 'twice' ? [row, row] : [row];
  });
  const declaredCents = {
    right: totalOf(righe),
    total: totalOf(righe) + 1,
    count: totalOf(righe),
    'without-revoked': totalOf(righe.filter(({ esito }) => esito !== 3)),
  }[one.declared];
  return {
    iuf: one.iuf,
    date: one.iuf.startsWith('20') ? one.iuf.slice(0, 10) : '2026-01-15',
    createdAt: one.moment,
    ...(one.revision === undefined ? {} : { revision: one.revision }),
    righe,
    declaredCents,
    declaredCount: righe.length + (one.declared === 'count' ? 1 : 0),
  };
}

function totalOf(rows: readonly RigaDraft[]): number {
  return rows.reduce((sum, { cents }) => sum + cents, 0);
}

function rowOf(
  paid: Payment,
  twist: Recipe['flussi'][number]['righe'][number]['twist'],
  esito: number,
): RigaDraft {
  const index = twist === 'index' ? 27 : twist === 'no-index' ? null : paid.index;
  return {
    iuv: paid.iuv,
    iur: twist === 'iur' ? 'ALTROIUR' : paid.iur,
    index,
    cents: paid.cents + (twist === 'cents' ? 100 : 0),
    esito,
    date: paid.day,
  };
}

function lineOf(
  one: Recipe['lines'][number],
  position: number,
  { payments, oldLayout }: Recipe,
  flussi: readonly FlussoDraft[],
): MovimentoDraft {
  // Only the newer layouts number their lines; equal lines without a number are the same line.
  const numeroMovimento = oldLayout ? null : String(position + 1);
  switch (one.type) {
    case 'money': {
      const paid = at(payments, one.payment);
      const reported = at(flussi, one.flusso);
      const beside = at(flussi, one.flusso + 1);
      const merged = one.causale === 'merged' ? (beside.declaredCents ?? 0) : 0;
      const whole =
        one.causale === 'single' ? paid.cents : Math.max(100, (reported.declaredCents ?? 0) + merged);
      const cents = { whole, part: 100, rest: Math.max(50, whole - 100), excess: whole + 1 }[one.share];
      return {
        documento: 'SOSPESO ENTRATA',
        numeroMovimento,
        numero: String(one.numero),
        conto: at(conti, one.conto),
        cents,
        date: one.day,
        ...(one.bolletta === 'own' ? {} : { bolletta: one.bolletta === 'shared' ? '900' : null }),
        ...causaleOf(one.causale, reported.iuf, beside.iuf, paid.iuv),
      };
    }
    case 'reversale':
      return {
        documento: 'REVERSALE',
        operazione: one.undone ? 'STORNATO' : 'ESEGUITO',
        numeroMovimento,
        numero: '77',
        conto: at(conti, one.conto),
        cents: one.cents,
        date: '2026-02-03',
        sospesi: one.numeri.map((numero) => ({
          numero: String(numero),
          ...(one.tellsCents ? { cents: one.cents } : {}),
        })),
      };
    case 'mandato':
      return { documento: 'MANDATO', numeroMovimento, numero: '9', cents: 5_000, date: '2026-02-03' };
    case 'STORNATO':
    case 'REGOLARIZZATO':
    case 'RIPRISTINATO': {
      const takenBack = {
        'same-numero': undefined,
        'shared-bolletta': '900',
        'first-bolletta': String(1 + 9_642),
        nothing: null,
      }[one.takesBack];
      return {
        documento: 'SOSPESO ENTRATA',
        operazione: one.type,
        numeroMovimento,
        numero: String(one.numero),
        conto: at(conti, one.conto),
        cents: one.cents,
        date: one.day,
        bolletta: null,
        ...(one.type === 'STORNATO'
          ? { bollettaStorno: takenBack === undefined ? String(one.numero + 9_642) : takenBack }
          : {}),
      };
    }
  }
}

function causaleOf(
  style: (typeof causali)[number],
  iuf: string,
  otherIuf: string,
  iuv: string,
): Pick<MovimentoDraft, 'causale' | 'endToEnd'> {
  switch (style) {
    case 'ordinary':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf}` };
    case 'supplementary':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/1/URI/${iuf}` };
    case 'old':
      return { causale: `ACCREDITI VARI LGPE-RIVERSAMENTO/URI/${iuf}` };
    case 'blank-in-day':
      return {
        causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, 8)} ${iuf.slice(8)} TRXID: 123456789`,
      };
    case 'lower-case':
      return { causale: `/pur/lgpe -riversamento/txt/0/uri/${iuf.toLowerCase()}` };
    case 'blank-before-last':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, -1)} ${iuf.slice(-1)}` };
    case 'cut':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, -2)}` };
    case 'cut-short':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf.slice(0, 15)}` };
    case 'two-iufs':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf} ${otherIuf}` };
    case 'merged':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/URI/${iuf} /PUR/LGPE-RIVERSAMENTO/URI/${otherIuf}` };
    case 'no-marker':
      return { causale: `BONIFICO ${iuf}` };
    case 'glued-tail':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/URI/${iuf}ACCREDITO` };
    case 'end-to-end':
      return { causale: 'BONIFICO A VOSTRO FAVORE', endToEnd: iuf };
    case 'never-reported':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${neverReported}` };
    case 'unreadable':
      return { causale: '/PUR/LGPE-RIVERSAMENTO/URI/2' };
    case 'with-iuv':
      return { causale: `/PUR/LGPE-RIVERSAMENTO/TXT/0/URI/${iuf} /RFB/${iuv}/1.00` };
    case 'single':
      return { causale: `/RFB/${iuv}/1.00/TXT/DIRITTI` };
    case 'other-money':
      return { causale: 'MUTUO 620184257 CUP H94G19030460029' };
    case 'suspect':
      return { causale: 'ACCREDITO PAGOPA' };
  }
}

function giornaleOf(
  one: Recipe['giornali'][number],
  position: number,
  lines: readonly MovimentoDraft[],
  { oldLayout }: Recipe,
  distinctMoments: boolean,
): InventedGiornale {
  const picked = one.lines.map((which) => at(lines, which));
  const told = distinctMoments ? onceEach(picked) : picked;
  const draft: GiornaleDraft = {
    to: one.to,
    createdAt: distinctMoments
      ? `2026-02-${10 + one.moment * 4 + position}T10:00:00`
      : at(moments, one.moment),
    version: oldLayout ? '1.4' : '1.7.1',
    movimenti: told.map((movimento) =>
      one.moreZeros ? { ...movimento, numero: movimento.numero.padStart(10, '0') } : movimento,
    ),
    totals: 'none',
    indent: false,
  };
  const name = `giornale-${position + 1}`;
  if (one.pages === 1) {
    const paper = { name: `${name}.xml`, content: giornaleXml(draft) };
    return { draft, pages: [{ paper, movimenti: draft.movimenti }] };
  }
  const half = Math.ceil(told.length / 2);
  const pages = [draft.movimenti.slice(0, half), draft.movimenti.slice(half)].map((movimenti, index) => {
    const flussoBt = `GDC-20260203PROVA00000${position}#00${index + 1}#002`;
    const content = giornaleXml({ ...draft, movimenti, page: index + 1, pages: 2, flussoBt });
    return { paper: { name: `${name}-${index + 1}.xml`, content }, movimenti };
  });
  return { draft, pages };
}

/** Null when none of the lines is money. */
function listOf(one: Recipe['lists'][number], lines: readonly MovimentoDraft[]): string | null {
  const money = one.lines
    .map((which) => at(lines, which))
    .filter(({ documento, operazione }) => documento === 'SOSPESO ENTRATA' && operazione === undefined);
  if (money.length === 0) return null;
  const rows = money.map(({ numero, cents, date = '2026-02-03', causale = '' }) =>
    one.complete
      ? `2026;${numero};;${causale};${cents};${date};2026;000${numero};${one.covered ? 'Y' : 'N'}`
      : `2026;${numero};${date};"${causale}";${(cents / 100).toFixed(2)}`,
  );
  const header = one.complete
    ? 'annoBolletta;codBolletta;iuf;causale;importoCentesimi;dataBolletta;aeProvvisorio;codProvvisorio;flgRegolarizzata'
    : 'ESERCIZIO;N.PROVV.;DATA ESEC.;DESCRIZIONE CAUSALE;IMPORTO PROVVISORIO';
  return [header, ...rows, ''].join('\n');
}

/** A giornale that tells no line twice, and the money of no provvisorio in two ways. */
function onceEach(movimenti: readonly MovimentoDraft[]): MovimentoDraft[] {
  const known = new Set<unknown>();
  return movimenti.filter((movimento) => {
    const isMoney = movimento.documento === 'SOSPESO ENTRATA' && movimento.operazione === undefined;
    const key = isMoney ? `${movimento.conto}/${movimento.numero}` : movimento;
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

function ricevutaOf(one: Recipe['ricevute'][number], payments: readonly Payment[]): RicevutaDraft {
  const paid = at(payments, one.payment);
  const cents = paid.cents + (one.kind === 'cents' ? 100 : 0);
  const share: TransferDraft = { cents, index: paid.index };
  const toOthers: TransferDraft = { cents: 30, enteCodiceFiscale: inventedProvincia.codiceFiscale };
  const transfers: Record<typeof one.kind, readonly TransferDraft[]> = {
    ok: [share],
    ko: one.shape === 'rt' ? [] : [share],
    cents: [share],
    iur: [share],
    'with-others': [share, { ...toOthers, index: 3 }],
    'with-bollo': [share, { cents: 1_600, index: 4, bollo: true }],
    'only-others': [{ ...toOthers, index: 1 }],
    twice: [share, { ...share, index: 3 }],
  };
  return {
    iuv: paid.iuv,
    receiptId: one.kind === 'iur' ? 'ALTROCCP' : paid.iur,
    paidOn: paid.day,
    issuedAt: `${paid.day}T1${one.moment}:24:31`,
    outcome: one.kind === 'ko' ? 'failed' : 'paid',
    transfers: transfers[one.kind],
    ...(one.kind === 'only-others'
      ? { enteCodiceFiscale: inventedProvincia.codiceFiscale }
      : { enteCodiceFiscale: inventedEnte.codiceFiscale }),
    form: one.shape === 'rt' ? 'rt' : 'receipt',
    shape: one.shape,
    indent: false,
  };
}
