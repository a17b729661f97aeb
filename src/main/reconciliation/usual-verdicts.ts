import { encodeEvidence, judge, moneys, type Evidence, type Note } from '../../shared/domain/verdict.ts';
import type { UsualVerdict } from '../ledger/usual-payments.ts';
import { reportOf } from './payments-of-iuv.ts';

type Told = Omit<UsualVerdict, 'evidence' | 'status' | 'lateStatus'>;

/** A revoked row, and one with an outcome that nobody knows, is not usual. */
const esiti = [0, 4, 8, 9];
const owners = ['ours', 'unknown-code'] as const;
const eitherWay = [false, true];

/** All of them: what the rules say is asked once for each, not for each payment. */
export function usualVerdicts(): UsualVerdict[] {
  return [...ofBoth(), ...ofReceipts(), ...ofRows()].map(verdictOf);
}

function ofBoth(): Told[] {
  return reported().flatMap((row) =>
    eitherWay.flatMap((amountDiffers) => besides().map((receipt) => ({ ...row, ...receipt, amountDiffers }))),
  );
}

function ofReceipts(): Told[] {
  const noRow = { esito: null, money: 'none', flowAnomalous: false, amountDiffers: false } as const;
  return besides().map((receipt) => ({ ...receipt, ...noRow }));
}

function ofRows(): Told[] {
  const noReceipt = { hasReceipt: false, amountDiffers: false, bollo: false, others: false };
  return owners.flatMap((owner) => reported().map((row) => ({ ...row, ...noReceipt, owner })));
}

function reported(): Pick<Told, 'esito' | 'money' | 'flowAnomalous'>[] {
  return esiti.flatMap((esito) =>
    moneys.flatMap((money) => eitherWay.map((flowAnomalous) => ({ esito, money, flowAnomalous }))),
  );
}

function besides(): Pick<Told, 'owner' | 'hasReceipt' | 'bollo' | 'others'>[] {
  return eitherWay.flatMap((bollo) =>
    eitherWay.map((others) => ({ owner: 'ours' as const, hasReceipt: true, bollo, others })),
  );
}

function verdictOf(told: Told): UsualVerdict {
  const notes: Note[] = [];
  if (told.owner === 'unknown-code') notes.push('unknown-code');
  if (told.bollo) notes.push('bollo-excluded');
  if (told.others) notes.push('several-enti');
  const evidence: Evidence = {
    owner: told.owner,
    receipt: told.hasReceipt ? 'paid' : 'none',
    report: told.esito === null ? 'none' : reportOf(told.esito),
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
