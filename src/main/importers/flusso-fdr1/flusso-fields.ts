import { byName, Field, type Shape } from '../shape.ts';

/** The texts of the head of a `FlussoRiversamento`. */
export function flussoFields() {
  return {
    iuf: new Field('identificativoFlusso'),
    revision: new Field('revisioneFlusso'),
    createdAt: new Field('dataOraFlusso'),
    regolamento: new Field('identificativoUnivocoRegolamento'),
    date: new Field('dataRegolamento'),
    count: new Field('numeroTotalePagamenti'),
    total: new Field('importoTotalePagamenti'),
    pspCode: new Field('codiceIdentificativoUnivoco'),
    pspName: new Field('denominazioneMittente'),
    enteCode: new Field('codiceIdentificativoUnivoco'),
    enteName: new Field('denominazioneRicevente'),
  };
}

export type FlussoFields = ReturnType<typeof flussoFields>;

/** Sender and receiver hold fields of the same names, told apart by the blocks around them. */
export function childrenOf(fields: FlussoFields): Readonly<Record<string, Shape>> {
  const { pspCode, pspName, enteCode, enteName, ...own } = fields;
  return {
    ...byName(own),
    istitutoMittente: {
      children: {
        ...byName({ pspName }),
        identificativoUnivocoMittente: { children: byName({ pspCode }) },
      },
    },
    istitutoRicevente: {
      children: {
        ...byName({ enteName }),
        identificativoUnivocoRicevente: { children: byName({ enteCode }) },
      },
    },
  };
}

/** The texts of one `datiSingoliPagamenti`. */
export function rigaFields() {
  return {
    iuv: new Field('identificativoUnivocoVersamento'),
    iur: new Field('identificativoUnivocoRiscossione'),
    index: new Field('indiceDatiSingoloPagamento'),
    importo: new Field('singoloImportoPagato'),
    esito: new Field('codiceEsitoSingoloPagamento'),
    date: new Field('dataEsitoSingoloPagamento'),
  };
}

export type RigaFields = ReturnType<typeof rigaFields>;
