import { encodeEvidence, judge, moneys, type Evidence, type Note } from '../../shared/domain/verdict.ts';
import type { UsualVerdict } from '../ledger/usual-payments.ts';
import { reportOf } from './payments-of-iuv.ts';

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
