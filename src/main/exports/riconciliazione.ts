import {
  flowOfPaymentColumns,
  paymentColumns,
  paymentKeyColumns,
  verdictColumns,
  type PaymentPart,
} from './columns.ts';
import type { OpenFormat, ProvvisorioName } from './open-format.ts';

/** A payment beside one provvisorio of its money. */
export interface ChainRow extends PaymentPart {
  readonly provvisorio: ProvvisorioName & {
    readonly date: string;
    readonly cents: number;
    /** How much of it is the money of this payment's flusso, or of the payment alone. */
    readonly share: number;
  };
}

export const riconciliazione: OpenFormat<ChainRow> = {
  name: 'riconciliazione',
  says: 'un pagamento accanto a un provvisorio del suo flusso: il denaro di un flusso può arrivare in più provvisori',
  key: ['provvisorio_esercizio', 'provvisorio_numero', 'provvisorio_conto', 'iuv', 'iur', 'indice'],
  columns: [
    {
      type: 'number',
      name: 'provvisorio_esercizio',
      says: 'esercizio del provvisorio',
      always: true,
      value: (r) => r.provvisorio.esercizio,
    },
    {
      type: 'text',
      name: 'provvisorio_numero',
      says: 'numero del provvisorio, senza zeri davanti',
      always: true,
      value: (r) => r.provvisorio.numero,
    },
    {
      type: 'text',
      name: 'provvisorio_conto',
      says: 'conto di tesoreria del provvisorio',
      always: true,
      value: (r) => r.provvisorio.conto,
    },
    {
      type: 'day',
      name: 'provvisorio_data',
      says: 'giorno del movimento',
      always: true,
      value: (r) => r.provvisorio.date,
    },
    {
      type: 'cents',
      name: 'provvisorio_importo',
      says: 'l’importo del provvisorio, intero su ogni riga: non va sommato per pagamento',
      always: true,
      value: (r) => r.provvisorio.cents,
    },
    {
      type: 'cents',
      name: 'provvisorio_quota',
      says: 'quanto del provvisorio è denaro di quel flusso: tutto, se non è diviso fra più flussi',
      always: true,
      value: (r) => r.provvisorio.share,
    },
    ...paymentKeyColumns,
    ...paymentColumns,
    ...flowOfPaymentColumns,
    ...verdictColumns,
  ],
};
