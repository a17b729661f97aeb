import { encodeEvidence, judge, moneys, type Evidence, type Money, type Status } from '../../shared/domain/verdict.ts';
import { reportOf } from './payments-of-iuv.ts';

/** What a payment means of which one receipt and one row of one flusso tell the same IUV, IUR and index, and nothing else. */
export interface UsualVerdict {
  /** codiceEsitoSingoloPagamento of the row. */
  readonly esito: number;
  readonly money: Money;
  readonly flowAnomalous: boolean;
  readonly amountDiffers: boolean;
  readonly evidence: number;
  readonly status: Status;
  readonly lateStatus: Status;
}

/** A revoked row, and one with an outcome that nobody knows, is not usual. */
const esiti = [0, 4, 8, 9];

/** All of them: what the rules say is asked once for each, not for each payment. */
export function usualVerdicts(): UsualVerdict[] {
  return esiti.flatMap((esito) =>
    moneys.flatMap((money) =>
      [false, true].flatMap((flowAnomalous) =>
        [false, true].map((amountDiffers): UsualVerdict => {
          const evidence: Evidence = {
            owner: 'ours',
            receipt: 'paid',
            report: reportOf(esito),
            amountDiffers,
            flowAnomalous,
            money,
            settledSingly: false,
            double: false,
            notes: [],
          };
          return {
            esito,
            money,
            flowAnomalous,
            amountDiffers,
            evidence: encodeEvidence(evidence),
            status: judge(evidence, false).status,
            lateStatus: judge(evidence, true).status,
          };
        }),
      ),
    ),
  );
}
