/**
 * Papers written by hand from the handbook's description of the formats, on purpose without our own writers: what
 * writer and reader both misunderstand must show here.
 */
export const ente = { codiceFiscale: '90901230376', denominazione: 'Comune di Montefiorino di Sotto' };
export const otherEnte = '80099990001';

export const ourSettings = {
  ente,
  codiciPropri: ['01'],
  altriPartner: [{ codice: '05', nome: 'Altro Partner' }],
  servizi: [{ id: 'tari', nome: 'TARI', codici: ['01'], accertamento: '2026/12', capitolo: '100' }],
};

const pagamenti = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';
const euro = (cents: number): string => (cents / 100).toFixed(2);

/** Seventeen digits of aux 3: segregation, base, check digits. */
export function iuv(segregation: string, n: number): string {
  const base = `${segregation}${String(n).padStart(13, '0')}`;
  return `${base}${String(BigInt(`3${base}`) % 93n).padStart(2, '0')}`;
}

export const iur = (n: number): string => n.toString(16).padStart(32, '0');

export interface Row {
  readonly n: number;
  readonly cents: number;
  readonly segregation?: string;
  readonly esito?: number;
  /** As the file writes it: real ones have no, one or two decimals. */
  readonly amount?: string;
}

/** An FDR-1; the prefix may be empty: real files use the default namespace, `pay_i` or `ns2`. */
export function flusso(
  iuf: string,
  rows: readonly Row[],
  options: { prefix?: string; ente?: string } = {},
): string {
  const { prefix = '' } = options;
  const p = prefix === '' ? '' : `${prefix}:`;
  const e = (name: string, value: string | number): string => `<${p}${name}>${value}</${p}${name}>`;
  const id = (name: string, type: string, code: string): string =>
    e(name, e('tipoIdentificativoUnivoco', type) + e('codiceIdentificativoUnivoco', code));
  const details = rows.map((row) =>
    e(
      'datiSingoliPagamenti',
      e('identificativoUnivocoVersamento', iuv(row.segregation ?? '01', row.n)) +
        e('identificativoUnivocoRiscossione', iur(row.n)) +
        e('indiceDatiSingoloPagamento', 1) +
        e('singoloImportoPagato', row.amount ?? euro(row.cents)) +
        e('codiceEsitoSingoloPagamento', row.esito ?? 0) +
        e('dataEsitoSingoloPagamento', '2026-03-03Z'),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${p}FlussoRiversamento xmlns${
    prefix === '' ? '' : `:${prefix}`
  }="${pagamenti}">${[
    e('versioneOggetto', '1.0'),
    e('identificativoFlusso', iuf),
    e('dataOraFlusso', '2026-03-05T02:03:04.123+01:00'),
    e('identificativoUnivocoRegolamento', 'Bonifico SEPA-03268-0001'),
    e('dataRegolamento', '2026-03-04'),
    e(
      'istitutoMittente',
      id('identificativoUnivocoMittente', 'B', 'BINVIT9X') + e('denominazioneMittente', 'Banca'),
    ),
    e('istitutoRicevente', id('identificativoUnivocoRicevente', 'G', options.ente ?? ente.codiceFiscale)),
    e('numeroTotalePagamenti', rows.length),
    e('importoTotalePagamenti', euro(rows.reduce((sum, row) => sum + row.cents, 0))),
    ...details,
  ].join('')}</${p}FlussoRiversamento>`;
}

/** A paSendRTV2 in its SOAP envelope: one transfer to us, and one to the Provincia when told. */
export function ricevuta(n: number, cents: number, provinciaCents = 0): string {
  const notice = iuv('01', n);
  const transfer = (id: number, amount: number, to: string): string =>
    `<transfer><idTransfer>${id}</idTransfer><transferAmount>${euro(amount)}</transferAmount><fiscalCodePA>${to}</fiscalCodePA><IBAN>IT60X0542811101000000123456</IBAN><remittanceInformation>/RFB/${notice}/${euro(amount)}/TXT/TARI</remittanceInformation><transferCategory>9/0101101IM/</transferCategory></transfer>`;
  const transfers =
    transfer(1, cents, ente.codiceFiscale) +
    (provinciaCents > 0 ? transfer(2, provinciaCents, otherEnte) : '');
  return `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:paf="http://pagopa-api.pagopa.gov.it/pa/paForNode.xsd"><soapenv:Header/><soapenv:Body><paf:paSendRTV2Request><idPA>${ente.codiceFiscale}</idPA><idBrokerPA>80000000001</idBrokerPA><idStation>80000000001_01</idStation><receipt><receiptId>${iur(n)}</receiptId><noticeNumber>3${notice}</noticeNumber><fiscalCode>${ente.codiceFiscale}</fiscalCode><outcome>OK</outcome><creditorReferenceId>${notice}</creditorReferenceId><paymentAmount>${euro(cents + provinciaCents)}</paymentAmount><description>TARI 2026</description><companyName>Comune</companyName><debtor><uniqueIdentifier><entityUniqueIdentifierType>F</entityUniqueIdentifierType><entityUniqueIdentifierValue>RSSMRA80A01H501U</entityUniqueIdentifierValue></uniqueIdentifier><fullName>Mario D&apos;Èsempio</fullName></debtor><transferList>${transfers}</transferList><idPSP>BINVIT9X</idPSP><PSPCompanyName>Banca</PSPCompanyName><idChannel>99999999999_01</idChannel><channelDescription>app</channelDescription><paymentDateTime>2026-03-03T10:11:12</paymentDateTime><applicationDate>2026-03-03</applicationDate><transferDate>2026-03-04</transferDate></receipt></paf:paSendRTV2Request></soapenv:Body></soapenv:Envelope>`;
}

const e = (name: string, value: string | number): string => `<pay_i:${name}>${value}</pay_i:${name}>`;

/** An RT 6.2; esito 1 is a payment that was not made, with no details. */
export function rt(n: number, cents: number, esito = 0): string {
  const id = (name: string, type: string, code: string): string =>
    e(name, e('tipoIdentificativoUnivoco', type) + e('codiceIdentificativoUnivoco', code));
  const detail = e(
    'datiSingoloPagamento',
    e('singoloImportoPagato', euro(cents)) +
      e('esitoSingoloPagamento', 'PAGATA') +
      e('dataEsitoSingoloPagamento', '2026-03-03') +
      e('identificativoUnivocoRiscossione', iur(n)) +
      e('causaleVersamento', `/RFB/${iuv('01', n)}/${euro(cents)}`) +
      e('datiSpecificiRiscossione', '9/0101101IM'),
  );
  return `<?xml version="1.0" encoding="UTF-8"?><pay_i:RT xmlns:pay_i="${pagamenti}">${[
    e('versioneOggetto', '6.2.0'),
    e('dominio', e('identificativoDominio', ente.codiceFiscale)),
    e('identificativoMessaggioRicevuta', `MSG${n}`),
    e('dataOraMessaggioRicevuta', '2026-03-03T12:00:00'),
    e('riferimentoMessaggioRichiesta', `RPT${n}`),
    e('riferimentoDataRichiesta', '2026-03-03'),
    e(
      'istitutoAttestante',
      id('identificativoUnivocoAttestante', 'B', 'BINVIT9X') + e('denominazioneAttestante', 'B'),
    ),
    e('enteBeneficiario', id('identificativoUnivocoBeneficiario', 'G', ente.codiceFiscale)),
    e(
      'soggettoPagatore',
      id('identificativoUnivocoPagatore', 'F', 'RSSMRA80A01H501U') + e('anagraficaPagatore', 'X'),
    ),
    e(
      'datiPagamento',
      e('codiceEsitoPagamento', esito) +
        e('importoTotalePagato', euro(esito === 0 ? cents : 0)) +
        e('identificativoUnivocoVersamento', iuv('01', n)) +
        e('CodiceContestoPagamento', iur(n)) +
        (esito === 0 ? detail : ''),
    ),
  ].join('')}</pay_i:RT>`;
}
