import type { FlussoFields, RigaFields } from '../flusso-fdr1/flusso-fields.ts';
import { Field } from '../shape.ts';

/** The texts of the `Testata`, each under the name that it has there; revision and moment stand in the original alone. */
export function testataFields(): FlussoFields {
  return {
    iuf: new Field('IdentificativoFlusso'),
    revision: new Field('revisioneFlusso'),
    createdAt: new Field('dataOraFlusso'),
    regolamento: new Field('IdentificativoUnivocoRegolamento'),
    date: new Field('DataRegolamento'),
    count: new Field('NumeroTotalePagamentiFlusso'),
    total: new Field('ImportoTotalePagamentiFlusso'),
    pspCode: new Field('IdPSP'),
    pspName: new Field('DenominazionePSP'),
    enteCode: new Field('CFEnteCreditore'),
    enteName: new Field('DenominazioneEnte'),
  };
}

/** The texts of one `DatiSingoloPagamento`; the payer, the servizio and the causale are left where they are. */
export function rigaFields(): RigaFields {
  return {
    iuv: new Field('IUV'),
    iur: new Field('IUR'),
    index: new Field('IndiceDatiPagamento'),
    importo: new Field('SingoloImportoPagato'),
    esito: new Field('CodiceEsitoPagamento'),
    date: new Field('DataEsitoSingoloPagamento'),
  };
}
