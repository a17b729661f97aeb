import { capitals, digits, type Chance } from './chance.ts';
import { day, drawIuf, drawIuv } from './identifiers.ts';
import { causale, insert, linesOf, type Sample } from './sample.ts';
import { drawMarker, drawPrefix, drawSuffix, drawWords } from './surroundings.ts';

/** d14: one causale in several elements, lines or records, cut at any place. */
export function severalElements(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const all =
    (chance.once(2) ? '' : drawPrefix(chance)) +
    marker.text +
    iuf +
    (chance.once(2) ? '' : drawSuffix(chance));
  const first = 1 + chance.below(all.length - 1);
  const second = chance.once(2) ? all.length : first + chance.below(all.length - first);
  const pieces = [all.slice(0, first), all.slice(first, second), all.slice(second)].filter(
    (piece) => piece.trim() !== '',
  );
  return { texts: causale(...pieces), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d14: the records 63 of a CBI file: the remittance in RI1 and what follows. */
export function cbiRecords(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const remittance = marker.text + iuf + (chance.once(2) ? '' : drawSuffix(chance).replace(/\n/g, ' '));
  const width = chance.pick([35, 70, 90, 105, marker.text.length + 1 + chance.below(iuf.length)]);
  const lines = linesOf(remittance, width).map((line, i) => `RI${i + 1}${line}`);
  const first = chance.pick([
    [],
    [`ID1${chance.text(20, capitals)}`],
    [`YYY${chance.text(8, digits)}ESEMPIO SPA`],
  ]);
  return { texts: causale(...first, ...lines), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** d14: a soup of tags, the remittance in one or two of them, blanks in words and in tags. */
export function tagSoup(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const tag = (name: string) =>
    chance.once(4)
      ? `: ${name.split('').join(' ')} :`
      : chance.once(4)
        ? `:${insert(name, chance.below(3) + 1, ' ')}:`
        : `:${name}:`;
  const before = [
    'Data Ordine: 21/07/2024; Descrizione Ordinante: ESEMPIO SPA ',
    `${tag('BI2')}${chance.pick(['SANPAO LO', 'BA NKING', 'PROVA'])} `,
    `${tag('BE1')}COMUNE DI COLLE VERDE `,
    `${tag('IB1')}IT00X0000000000000000000000 `,
    `${tag('TID')}${chance.text(16, digits)} `,
    `${tag('DTE')}${chance.text(6, digits)} `,
    `${tag('ERI')}EUR ${chance.text(5, digits).padStart(15, '0')} `,
    `${tag('MA2')}EU R `,
    `${tag('IM2')}${chance.text(15, digits)} `,
  ].filter(() => chance.once(2));
  const after = [
    ` ${tag('SEC')}CASH`,
    ` ${tag('OR1')}NOTPROVIDED`,
    ` ${tag('TR1')}${chance.text(14, digits)}`,
  ].filter(() => chance.once(2));
  const remittance = marker.text + iuf;
  const cut = chance.once(2) ? remittance.length : marker.text.length - 3 + chance.below(iuf.length + 2);
  const lost =
    cut < remittance.length
      ? `${tag('RI2')}${remittance.slice(0, cut)} ${tag('RI3')}${remittance.slice(cut)}`
      : tag('RI3') + remittance;
  return {
    texts: causale(before.join('') + lost + after.join('')),
    wants: { as: 'iuf', iuf, prog: marker.prog },
  };
}

/** Two transfers in one: both are to be told. */
export function twoIufs(chance: Chance): Sample {
  const one = drawIuf(chance).text;
  const other = drawIuf(chance).text;
  const marker = drawMarker(chance).text;
  const between = chance.pick([
    ` ${marker}`,
    `/${marker}`,
    ` E `,
    ' ',
    ' + ',
    '; ',
    ` ACCREDITO ${marker}`,
    ' /URI/',
    '\n',
  ]);
  return {
    texts: causale(
      (chance.once(2) ? '' : drawPrefix(chance)) +
        marker +
        one +
        between +
        other +
        chance.pick(['', ' TRN 12']),
    ),
    wants: { as: 'two', iufs: [one, other] },
  };
}

/** An IUF and the IUV of another payment. */
export function iufAndIuv(chance: Chance): Sample {
  const { text: iuf } = drawIuf(chance);
  const marker = drawMarker(chance);
  const iuv = `/RFB/${drawIuv(chance)}/${chance.below(100)}.50`;
  const all = chance.once(2) ? `${marker.text}${iuf} ${iuv}` : `${iuv} ${marker.text}${iuf}`;
  return { texts: causale(all), wants: { as: 'iuf', iuf, prog: marker.prog } };
}

/** What only looks like pagoPA. */
export function lookAlikes(chance: Chance): Sample {
  const number = (length: number) => chance.text(length, digits);
  const date = day(chance);
  const [y, m, d] = date.split('-');
  const text = chance.pick([
    () => `MUTUO ${number(9)} CUP H${number(2)}G${number(11)} TRXID: ${number(16)} VIA MILANO ${number(1)}`,
    () => `CIG Z${number(9)} FATTURA ${number(2)}/${y} DEL ${date}`,
    () => `F24 AGENZIA ENTRATE-RISCOSSIONE ${date} COD. ${number(4)}`,
    () => `INCASSO CARTE POS ${date} TERMINALE ${number(8)}`,
    () => `GIROFONDI DA CONTO ${y}-${number(4)}`,
    () => `ACCREDITO COMPETENZE AL ${d}/${m}/${y}`,
    () => `SURFBOARD ${number(15)} SRL FATTURA`,
    () => `PURI FRATELLI SNC SALDO FATT. ${number(4)} DEL ${date}`,
    () => `RIVERSAMENTO IMPOSTA DI SOGGIORNO ${y}-${m}`,
    () => `RIVERSAMENTO TEFA ${date} PROVINCIA DI PROVA`,
    () => `RIVERSAMENTO/URI SPA ${number(6)}`,
    () => `BONIFICO DA URIARTE MARIO ${date}`,
    () => `SECURITY SERVICE ${date}SRL ${number(5)}`,
    () => `CRBIIT2B URI NOT PROVIDED ${number(10)}`,
    () => `XYZ CBILL PUBBLICA AMM ${number(12)}`,
    () => `RFB SPA FATTURA ${number(2)} DEL ${y}`,
    () => `CANONE ${y}-${m}-${d} RATA ${number(2)}-${number(3)}`,
    () => `DET. ${number(3)}-${y} DEL ${date} TRN ${number(16)}`,
    () => `RIMBORSO ELEZIONI PREFETTURA ${y} RIF ${number(10)}`,
    () => `IVA SPLIT PAYMENT ${m}-${y} CRO ${number(11)}`,
    () => `STIPENDI ${m}/${y} TESORERIA PROVINCIALE SEZ. ${number(3)}`,
    () => `LGP EDIL SNC ACCONTO ${date}`,
    () => `ORDINE ${date}-${number(4)} DEL CLIENTE`,
    () => `POLIZZA ${date}ABC${number(6)}`,
    () =>
      drawWords(chance)
        .replace(/.*pagoPA.*/i, 'BONIFICO')
        .replace(/\d{18,}/g, '1'),
  ])();
  return { texts: causale(text), wants: { as: 'none' } };
}

/** pagoPA without an IUF: for a person to look at. */
export function suspects(chance: Chance): Sample {
  const text = chance.pick([
    () => `${drawWords(chance)} PAGOPA ${day(chance).slice(0, 4)}`,
    () => `ACCREDITO DA BANCA PROVA SERVIZIO PAGOPA`,
    () => `AVVISO PAGOPA ${chance.text(8, digits)}`,
    () => `PAGO PA ${chance.text(4, digits)}`,
    () => `PAGAMENTO 3${chance.text(17, digits)} TARI`,
    () => `PagoPA - ${drawWords(chance)}`,
    () => `/PUR/LGPE/RIVERSAMENTO/${chance.text(9, capitals)}`,
  ])();
  return { texts: causale(text), wants: { as: 'suspect' } };
}

/** Several deviations at once. */
export function mixed(chance: Chance): Sample {
  const { text: iuf, codeAt } = drawIuf(chance);
  const marker = drawMarker(chance);
  let open = marker.text;
  if (chance.once(3)) open = open.replace(/\//g, chance.pick([' ', '.', '*', ' / ']));
  if (chance.once(2)) open = insert(open, 1 + chance.below(open.length - 1), ' ');
  if (chance.once(3)) open = open.replace(/^.?PUR./, '');
  const broken = chance.once(2) ? insert(iuf, 1 + chance.below(codeAt), ' ') : iuf;
  let all = drawPrefix(chance) + open + broken + drawSuffix(chance);
  if (chance.once(3)) all = all.replace(/-/g, '\u2013');
  if (chance.once(4)) all = all.toLowerCase();
  return { texts: causale(all), wants: { as: 'iuf', iuf, prog: marker.prog } };
}
