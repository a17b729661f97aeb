import {
  debtorColumns,
  flowOfPaymentColumns,
  paymentColumns,
  paymentKeyColumns,
  verdictColumns,
  type PaymentPart,
} from './columns.ts';
import type { OpenFormat, ProvvisorioName } from './open-format.ts';

export interface PaymentRow extends PaymentPart {
  readonly provvisori: readonly ProvvisorioName[];
}

export const pagamenti: OpenFormat<PaymentRow> = {
  name: 'pagamenti',
  says: 'un pagamento: una parte di un avviso che spetta all’ente, o che un flusso elenca',
  key: ['iuv', 'iur', 'indice'],
  columns: [
    ...paymentKeyColumns,
    ...paymentColumns,
    ...debtorColumns,
    ...flowOfPaymentColumns,
    {
      type: 'provvisori',
      name: 'provvisori',
      says: 'i provvisori che portano il denaro del suo flusso, o il suo da solo; nel CSV numero/esercizio',
      always: true,
      value: (p) => p.provvisori,
    },
    ...verdictColumns,
  ],
};
