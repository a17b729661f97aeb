import type { Aliases } from './aliases.ts';
import { ricevuteColumns } from './ricevute-columns.ts';

const { iuv = [], notice = [], debtorCf = [], debtorName = [] } = ricevuteColumns;

/** Headers of lists of what people owe, as the programs that issue notices export them. A new one is one more string. */
export const posizioniColumns: Aliases = {
  iuv,
  notice,
  iud: [
    'IUD',
    'Codice IUD',
    'Identificativo univoco dovuto',
    'IUPD',
    'Id pendenza',
    'Codice posizione',
    'Id posizione',
    'Numero posizione',
    'Codice debito',
  ],
  amount: [
    'Importo dovuto',
    'Importo da pagare',
    'Importo debito',
    'Dovuto',
    'Totale dovuto',
    'Importo avviso',
    'Importo rata',
    'Importo',
    'Importo euro',
    'Importo (EUR)',
    'Importo €',
  ],
  due: ['Data scadenza', 'Scadenza', 'Scade il', 'Data di scadenza', 'Scadenza rata', 'Pagare entro'],
  debtorCf,
  debtorName,
  tipo: ['Tipo dovuto', 'Tipo tributo', 'Tributo', 'Servizio', 'Codice tributo', 'Tipologia', 'Tipo entrata'],
  causale: [
    'Causale',
    'Causale versamento',
    'Descrizione',
    'Oggetto',
    'Descrizione debito',
    'Oggetto avviso',
  ],
};
