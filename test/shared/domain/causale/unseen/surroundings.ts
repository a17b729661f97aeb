import { capitals, digits, type Chance } from './chance.ts';

/** The whole marker, in the two forms of the specification. */
export function drawMarker(chance: Chance): { readonly text: string; readonly prog: string | null } {
  if (chance.once(2)) return { text: '/PUR/LGPE-RIVERSAMENTO/URI/', prog: null };
  const prog = chance.once(2) ? '0' : String(chance.below(10));
  return { text: `/PUR/LGPE-RIVERSAMENTO/TXT/${prog}/URI/`, prog };
}

const words = [
  'ACCREDITO',
  'BONIFICO',
  'INCASSO',
  'A VOSTRO FAVORE',
  'GIROCONTO',
  'VERSAMENTO',
  'RIF. OPERAZIONE',
  'TESORERIA',
  'PROVVISORIO',
  'COMUNE DI COLLEVERDE',
  'DISPOSIZIONE',
  'ORDINANTE',
  'SEPA CREDIT TRANSFER',
  'EMOLUMENTI',
  'ACCREDITI VARI',
  'INCASSI DEBITORE',
  'Bon. da',
  'Esempio S.p.A.',
  'Banca Prova Servizio pagoPA',
];

/** A few words such as a bank writes around what matters. */
export function drawWords(chance: Chance): string {
  const number = () => chance.text(1 + chance.below(11), digits);
  const parts = Array.from({ length: 1 + chance.below(3) }, () =>
    chance.once(3)
      ? number()
      : chance.once(4)
        ? chance.text(2 + chance.below(7), capitals)
        : chance.pick(words),
  );
  return parts.join(chance.pick([' ', ' ', ' - ', ': ', '/']));
}

/** What a bank writes before the marker, glued to it or not. */
export function drawPrefix(chance: Chance): string {
  const tags = [
    'RI1',
    ':RI1:',
    ':RI3:',
    '/ZZ2A1/ZZ3',
    'CRBIIT2B URI NOT PROVIDED ',
    'REMI/',
    '/REMI/',
    'ID1NOTPROVIDED RI1',
  ];
  return chance.pick([
    () => chance.pick(tags),
    () => `${drawWords(chance)} `,
    () => `${drawWords(chance)}${chance.pick(['', ':', '-', ' - ', '|', ' / ', ';', '\n', '. '])}`,
    () => `${chance.text(3, capitals)}${chance.text(1 + chance.below(8), digits)} `,
    () => `:${chance.text(2, capitals)}${chance.text(1, digits)}:${drawWords(chance)} :RI3:`,
  ])();
}

/** What a bank writes after the IUF, set apart from it. */
export function drawSuffix(chance: Chance): string {
  const trn = chance.text(16, digits);
  return chance.pick([
    () => ` /BON.SEPA TRN ${trn} /BEN. COMUNE DI COLLEVERDE /ORD.ESEMPIO SPA`,
    () => ` TRXID: ${trn}1`,
    () => ` TRXID: ${trn} VIA DELLE PROVE ${chance.text(2, digits)} 00100 COLLEVERDE`,
    () => ' ACCREDITO BOLLETTINO P.A.',
    () => '- Esempio S.p.A. DA UNCRITMM',
    () => '/ZZ4/SEPA',
    () => '/ZZ4/EUR/12,50',
    () => ` :SEC:CASH :OR1:${chance.pick(['BANCA PRO VA', 'ESEM PIO SPA'])} :TR1:${trn}`,
    () => ':SEC:CASH',
    () => ' - BANCA PROVA SPA',
    () => `; CRO ${trn}`,
    () => ', VIA ROMA 12',
    () => ` (${chance.text(4, digits)})`,
    () => '|EUR|',
    () => ' EUR 1.234,56',
    () => ` ${drawWords(chance).replace(/^\d/, 'N')}`,
    () => '.',
    () => ' ',
    () => '\n',
    () => '/',
    () => ` del ${chance.text(2, '012')}/0${chance.text(1, '123456789')}/2024`,
    () => ` ${chance.text(22, 'E' + digits)} COMUNE`,
    () => `\nORD: ESEMPIO SPA\nTRN: ${trn}`,
    () => ' \\TRN\\12',
    () => ` Data Ordine: 12/03/2024; Descrizione Ordinante: ESEMPIO SPA`,
  ])();
}
