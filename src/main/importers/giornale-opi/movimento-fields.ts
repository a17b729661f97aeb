import { anyText, byName, clearAll, Field, Fields, type Shape } from '../shape.ts';
import { SospesiFields } from './sospesi-fields.ts';

/** The texts of one `movimento_conto_evidenza`, as far as they are wanted. */
export function movimentoFields() {
  return {
    numeroMovimento: new Field('numero_movimento'),
    verso: new Field('tipo_movimento'),
    documento: new Field('tipo_documento'),
    operazione: new Field('tipo_operazione'),
    esecuzione: new Field('tipo_esecuzione'),
    numero: new Field('numero_documento'),
    importo: new Field('importo'),
    bolletta: new Field('numero_bolletta_quietanza'),
    bollettaStorno: new Field('numero_bolletta_quietanza_storno'),
    date: new Field('data_movimento'),
    valueDate: new Field('data_valuta_ente'),
    reference: new Field('codice_riferimento_operazione'),
    endToEnd: new Field('end_to_end_id'),
    payer: new Field('anagrafica_cliente'),
    causali: new Fields(),
    bankTexts: new Fields(),
    sospesi: new SospesiFields(),
  };
}

export type MovimentoFields = ReturnType<typeof movimentoFields>;

/** The element that fills these fields; `onEnd` is called at the end of each, while they are full. */
export function movimentoShape(fields: MovimentoFields, onEnd: () => void): Shape {
  const { payer, causali, bankTexts, sospesi, ...leaves } = fields;
  const lists = [causali, bankTexts, sospesi];
  return {
    children: {
      ...byName(leaves),
      ...sospesi.children(),
      causale: causali,
      cliente: { children: byName({ payer }) },
      dati_a_disposizione_BT: anyText(bankTexts),
    },
    close() {
      onEnd();
      clearAll(leaves);
      payer.clear();
      for (const list of lists) list.clear();
    },
  };
}
