import { listFields, type ListField } from '../../../shared/domain/message/list-profile.ts';
import { plainHeader } from '../table/layout.ts';
import type { KnownHeader } from './find-columns.ts';

/** Headers of lists of people, as programs export them, best first. A new one is one more string. */
const headersOf: Readonly<Record<ListField, readonly string[]>> = {
  fiscalCode: [
    // Who applied is written to, not the child that the same row is about.
    'Codice fiscale genitore',
    'Codice fiscale tutore',
    'Codice fiscale richiedente',
    'CF genitore',
    'CF tutore',
    'CF richiedente',
    'Codice fiscale',
    'Cod. fisc.',
    'Cod. fiscale',
    'Codice fisc.',
    'CF',
    'C.F.',
    'codfis',
    'codfisc',
    'codicefiscale',
    'fiscal_code',
    'taxcode',
    'tax_code',
    'codiceidentificativoPagatore',
    'identificativoPagatore',
    'Codice fiscale intestatario',
    'Codice fiscale contribuente',
    'Codice fiscale debitore',
    'Codice fiscale pagatore',
    'Codice fiscale utente',
    'CF intestatario',
    'CF contribuente',
    'CF debitore',
    'CF pagatore',
    'Codice fiscale / Partita IVA',
    'CF/PIVA',
    'CF/P.IVA',
    'Cod.Fiscale/P.IVA',
  ],
  name: [
    'Cognome e nome',
    'Nominativo',
    'Intestatario',
    'Contribuente',
    'anagraficaPagatore',
    'Denominazione',
    'Cognome nome',
    'Nome e cognome',
    'full_name',
    'Debitore',
    'Pagatore',
    'Utente',
    'Anagrafica',
    'Cognome / Ragione sociale',
  ],
  notice: [
    'Codice avviso',
    'Numero avviso',
    'N. avviso',
    'Nr. avviso',
    'Num. avviso',
    'Cod. avviso',
    'NAV',
    'notice_number',
    'codiceAvviso',
    'Numero avviso pagoPA',
    'Codice avviso pagoPA',
    'Avviso pagoPA',
    'Avviso',
    'Codice avviso di pagamento',
    'Numero avviso di pagamento',
  ],
  iuv: [
    'IUV',
    'identificativoUnivocoVersamento',
    'Codice IUV',
    'Cod. IUV',
    'Numero IUV',
    'Identificativo univoco di versamento',
  ],
  amount: [
    'Importo',
    'amount',
    'Importo dovuto',
    'Importo da pagare',
    'Importo avviso',
    'Importo rata',
    'Importo €',
    'Importo (€)',
    'Importo euro',
    'Importo (EUR)',
    'Importo totale',
    'Totale',
    'Totale dovuto',
    'Totale da pagare',
    'Totale avviso',
    'Dovuto',
    'Da pagare',
  ],
  due: [
    'Scadenza',
    'Data scadenza',
    'due_date',
    'Data di scadenza',
    'dataScadenza',
    'Scade il',
    'Scadenza rata',
    'Data scadenza rata',
    'Scadenza avviso',
    'Scadenza pagamento',
    'Pagare entro',
    'Entro il',
    // A document falls due as well: the message is of that day.
    'dataScadenzaDocumento',
    'Scadenza documento',
    'Data di scadenza C.I.',
    'Scadenza C.I.',
    'Scadenza CIE',
    'Scadenza carta',
    'Data scadenza carta',
    'expiry',
    'expiry_date',
    'expiration_date',
  ],
  rata: ['numeroRata', 'Rata', 'Numero rata', 'N. rata', 'Nr. rata', 'Num. rata', 'Rata n.'],
  debt: [
    'idDocumento',
    'Id documento',
    'Codice documento',
    'Numero documento',
    'N. documento',
    'Id debito',
    'Codice debito',
    'Codice pratica',
    'Numero bolletta',
    'Id posizione debitoria',
  ],
  account: [
    'Codice contribuente',
    'Cod. contribuente',
    'Codice utente',
    'Cod. utente',
    'Codice utenza',
    'Cod. utenza',
    'Numero utenza',
    'Codice cliente',
    'Id contribuente',
    'Id utente',
    'Numero contribuente',
    'N. contribuente',
    'Matricola',
  ],
  kind: ['tipoSoggettoPagatore', 'tipoPagatore', 'Tipo soggetto', 'Tipo persona'],
};

/** The field of each known header, and how good a name for it the header is: 0 is the best. */
const known: ReadonlyMap<string, KnownHeader<ListField>> = new Map(
  listFields.flatMap((field) =>
    headersOf[field].map((header, rank) => [plainHeader(header), { field, rank }] as const),
  ),
);

/** What a column with this header holds in lists of people; null when nobody knows. */
export function fieldOfHeader(header: string): KnownHeader<ListField> | null {
  return known.get(plainHeader(header)) ?? null;
}

const longestHeader = 60;
const instalment =
  /^(?:numero|codice|cod|num|n|nr|data|di)*(avviso|nav|importo|imp|totale|scadenza|scad)(?:di|pagopa)*(?:rata)?(unic[ao]|\d{1,2})(?:rata)?$/;

/** What a column such as `AVVISO_UNICA`, `IMPORTO_1` or `Scadenza rata 2` holds; null for any other. */
export function instalmentOfHeader(
  header: string,
): { readonly rata: number; readonly part: 'notice' | 'amount' | 'due' } | null {
  const found = instalment.exec(plainHeader(header).slice(0, longestHeader));
  if (found === null) return null;
  const [, what = '', which = ''] = found;
  const rata = which.startsWith('unic') ? 0 : Number(which);
  if (/^0+$/.test(which)) return null;
  const part = what === 'avviso' || what === 'nav' ? 'notice' : what.startsWith('scad') ? 'due' : 'amount';
  return { rata, part };
}
