import { Field } from '../shape.ts';

/** The texts of the head of a giornale, by the names they have at whatever depth of it. */
export function headerFields() {
  return {
    abi: new Field('codice_ABI_BT'),
    createdAt: new Field('data_ora_creazione_flusso'),
    enteDenominazione: new Field('descrizione_ente'),
    enteCodiceFiscale: new Field('codice_fiscale_ente'),
    flussoBt: new Field('identificativo_flusso_BT'),
    page: new Field('pagina'),
    pages: new Field('pagine_totali'),
    esercizio: new Field('esercizio'),
    from: new Field('data_inizio_periodo_riferimento'),
    to: new Field('data_fine_periodo_riferimento'),
    /** From OPI 1.6.1 on: the only day of the giornale. */
    day: new Field('data_riferimento_GdC'),
  };
}

export type HeaderFields = ReturnType<typeof headerFields>;
