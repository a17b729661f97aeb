import { byName, Field, type Shape } from '../shape.ts';

/** The texts of an `RT`. */
export function rtFields() {
  return {
    dominio: new Field('identificativoDominio'),
    station: new Field('identificativoStazioneRichiedente'),
    issuedAt: new Field('dataOraMessaggioRicevuta'),
    pspCode: new Field('codiceIdentificativoUnivoco'),
    pspName: new Field('denominazioneAttestante'),
    beneficiario: new Field('codiceIdentificativoUnivoco'),
    debtorCode: new Field('codiceIdentificativoUnivoco'),
    debtorName: new Field('anagraficaPagatore'),
    esito: new Field('codiceEsitoPagamento'),
    total: new Field('importoTotalePagato'),
    iuv: new Field('identificativoUnivocoVersamento'),
    /** With a capital C, alone among its brothers; some writers correct it. */
    ccp: new Field('CodiceContestoPagamento'),
  };
}

export type RtFields = ReturnType<typeof rtFields>;

/** The elements that fill these fields: PSP, ente and payer hold a code of the same name, each in its block. */
export function childrenOf(fields: RtFields, riga: Shape): Readonly<Record<string, Shape>> {
  const { dominio, station, issuedAt, pspCode, pspName, beneficiario, debtorCode, debtorName } = fields;
  const { esito, total, iuv, ccp } = fields;
  return {
    dominio: { children: byName({ dominio, station }) },
    ...byName({ issuedAt }),
    istitutoAttestante: {
      children: {
        ...byName({ pspName }),
        identificativoUnivocoAttestante: { children: byName({ pspCode }) },
      },
    },
    enteBeneficiario: {
      children: { identificativoUnivocoBeneficiario: { children: byName({ beneficiario }) } },
    },
    soggettoPagatore: {
      children: {
        ...byName({ debtorName }),
        identificativoUnivocoPagatore: { children: byName({ debtorCode }) },
      },
    },
    datiPagamento: {
      children: {
        ...byName({ esito, total, iuv, ccp }),
        codiceContestoPagamento: ccp,
        datiSingoloPagamento: riga,
      },
    },
  };
}

/** The texts of one `datiSingoloPagamento`. */
export function rtRigaFields() {
  return {
    amount: new Field('singoloImportoPagato'),
    date: new Field('dataEsitoSingoloPagamento'),
    iur: new Field('identificativoUnivocoRiscossione'),
    description: new Field('causaleVersamento'),
    category: new Field('datiSpecificiRiscossione'),
  };
}

export type RtRigaFields = ReturnType<typeof rtRigaFields>;
