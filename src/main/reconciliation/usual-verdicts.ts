import {
  encodeEvidence,
  judge,
  moneys,
  type Evidence,
  type Money,
  type Note,
  type Status,
} from '../../shared/domain/verdict.ts';
import { reportOf } from './payments-of-iuv.ts';

/** What a payment means of which one receipt and one row of one flusso tell the same IUV, IUR and index, and nothing else. */
export interface UsualVerdict {
  /** codiceEsitoSingoloPagamento of the row. */
  readonly esito: number;
  readonly money: Money;
  readonly flowAnomalous: boolean;
  readonly amountDiffers: boolean;
  /** Other lines of the receipt are a marca da bollo, or pay other enti. */
  readonly bollo: boolean;
  readonly others: boolean;
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
      eitherWay.flatMap((flowAnomalous) =>
        eitherWay.flatMap((amountDiffers) =>
          eitherWay.flatMap((bollo) =>
            eitherWay.map((others) =>
              verdictOf({ esito, money, flowAnomalous, amountDiffers, bollo, others }),
            ),
          ),
        ),
      ),
    ),
  );
}

const eitherWay = [false, true];

function verdictOf(told: Omit<UsualVerdict, 'evidence' | 'status' | 'lateStatus'>): UsualVerdict {
  const notes: Note[] = [];
  if (told.bollo) notes.push('bollo-excluded');
  if (told.others) notes.push('several-enti');
  const evidence: Evidence = {
    owner: 'ours',
    receipt: 'paid',
    report: reportOf(told.esito),
    amountDiffers: told.amountDiffers,
    flowAnomalous: told.flowAnomalous,
    money: told.money,
    settledSingly: false,
    double: false,
    notes,
  };
  return {
    ...told,
    evidence: encodeEvidence(evidence),
    status: judge(evidence, false).status,
    lateStatus: judge(evidence, true).status,
  };
}
