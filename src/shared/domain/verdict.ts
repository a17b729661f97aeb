/**
 * What a payment's evidence means: its status, its three dots and its reasons.
 * Source of the table: the decision table of the field (receipt, report row, money), one row for each case.
 */

/** From the status that wins to the one that yields. */
export const statuses = [
  'not-ours',
  'other-partner',
  'not-paid',
  'revoked',
  'double-payment',
  'flow-anomalous',
  'paid-without-receipt',
  'receipt-missing',
  'reported-amount-differs',
  'not-reported',
  'settlement-missing',
  'over-settled',
  'partly-settled',
  'awaiting-report',
  'awaiting-settlement',
  'settled-singly',
  'complete',
] as const;
export type Status = (typeof statuses)[number];

/** `none` = the dot does not apply. */
export type Dot = 'yes' | 'waiting' | 'warning' | 'problem' | 'none';

export interface Dots {
  readonly pagamento: Dot;
  readonly rendicontazione: Dot;
  readonly riconciliazione: Dot;
}

/** Facts worth telling that change no dot by themselves. */
export const notes = [
  'unknown-code',
  'bollo-excluded',
  'iur-differs',
  'index-differs',
  'receipts-disagree',
  'several-enti',
] as const;
export type Note = (typeof notes)[number];
export type Reason = Status | Note;

export const owners = ['ours', 'unknown-code', 'other-partner', 'not-ours'] as const;
export const receipts = ['none', 'paid', 'failed'] as const;
export const reports = ['none', 'executed', 'without-receipt', 'revoked', 'unknown-outcome'] as const;
export const moneys = ['none', 'partly', 'exact', 'over'] as const;
export type Owner = (typeof owners)[number];
export type Receipt = (typeof receipts)[number];
export type Report = (typeof reports)[number];
/** What the provvisori of a flusso amount to, beside its total. */
export type Money = (typeof moneys)[number];

/** Everything that is known of one payment; the verdict depends on this and on lateness alone. */
export interface Evidence {
  readonly owner: Owner;
  readonly receipt: Receipt;
  readonly report: Report;
  /** The row's amount differs from our transfer's. */
  readonly amountDiffers: boolean;
  /** The flusso that lists the payment does not add up. */
  readonly flowAnomalous: boolean;
  readonly money: Money;
  /** A provvisorio for this IUV alone, without flusso, has the receipt's amount. */
  readonly settledSingly: boolean;
  /** The same notice was paid, or reported, twice. */
  readonly double: boolean;
  readonly notes: readonly Note[];
}

export interface Verdict {
  readonly status: Status;
  readonly dots: Dots;
  /** The other statuses that hold, strongest first, then the notes. */
  readonly reasons: readonly Reason[];
}

/** `late`: the due day of what is still awaited (the report, or the money) is over. */
export function judge(evidence: Evidence, late: boolean): Verdict {
  const holding = statuses.filter((status) => holds[status](evidence, late));
  const [status = 'complete', ...others] = holding;
  return { status, dots: dotsOf(evidence, late), reasons: [...others, ...evidence.notes] };
}

/** Statuses that tell the whole story: whatever else is known of such a payment is not our business. */
const settledElsewhere = (e: Evidence): boolean => e.owner === 'not-ours' || e.owner === 'other-partner';
const neverPaid = (e: Evidence): boolean => e.receipt === 'failed' && e.report === 'none';
const follows = (e: Evidence): boolean => !settledElsewhere(e) && !neverPaid(e);
const reported = (e: Evidence): boolean => e.report !== 'none';
const unreported = (e: Evidence): boolean => e.report === 'none' && !e.settledSingly;

const holds: Readonly<Record<Status, (e: Evidence, late: boolean) => boolean>> = {
  'not-ours': (e) => e.owner === 'not-ours',
  'other-partner': (e) => e.owner === 'other-partner',
  'not-paid': (e) => !settledElsewhere(e) && neverPaid(e),
  revoked: (e) => follows(e) && e.report === 'revoked',
  'double-payment': (e) => follows(e) && e.double,
  'flow-anomalous': (e) => follows(e) && reported(e) && (e.flowAnomalous || e.report === 'unknown-outcome'),
  'paid-without-receipt': (e) => follows(e) && e.receipt !== 'paid' && e.report === 'without-receipt',
  'receipt-missing': (e) =>
    follows(e) && e.receipt !== 'paid' && (e.report === 'executed' || e.report === 'unknown-outcome'),
  'reported-amount-differs': (e) => follows(e) && e.receipt === 'paid' && reported(e) && e.amountDiffers,
  'not-reported': (e, late) => follows(e) && unreported(e) && late,
  'settlement-missing': (e, late) => follows(e) && reported(e) && e.money === 'none' && late,
  'over-settled': (e) => follows(e) && reported(e) && e.money === 'over',
  'partly-settled': (e) => follows(e) && reported(e) && e.money === 'partly',
  'awaiting-report': (e, late) => follows(e) && unreported(e) && !late,
  'awaiting-settlement': (e, late) => follows(e) && reported(e) && e.money === 'none' && !late,
  'settled-singly': (e) => follows(e) && !reported(e) && e.settledSingly,
  complete: () => false,
};

function dotsOf(e: Evidence, late: boolean): Dots {
  if (settledElsewhere(e)) return { pagamento: 'none', rendicontazione: 'none', riconciliazione: 'none' };
  if (neverPaid(e)) return { pagamento: 'problem', rendicontazione: 'none', riconciliazione: 'none' };
  return {
    pagamento: pagamentoDot(e),
    rendicontazione: rendicontazioneDot(e, late),
    riconciliazione: riconciliazioneDot(e, late),
  };
}

function pagamentoDot(e: Evidence): Dot {
  if (e.report === 'revoked') return e.receipt === 'paid' ? 'warning' : 'problem';
  return e.receipt === 'paid' && !e.double ? 'yes' : 'warning';
}

function rendicontazioneDot(e: Evidence, late: boolean): Dot {
  if (!reported(e)) return e.settledSingly ? 'none' : late ? 'problem' : 'waiting';
  const doubtful =
    e.report === 'revoked' ||
    e.report === 'unknown-outcome' ||
    e.double ||
    e.flowAnomalous ||
    e.amountDiffers;
  return doubtful ? 'warning' : 'yes';
}

function riconciliazioneDot(e: Evidence, late: boolean): Dot {
  if (!reported(e)) return e.settledSingly ? 'yes' : late ? 'problem' : 'waiting';
  if (e.money === 'none') return late ? 'problem' : 'waiting';
  return e.money === 'exact' && !e.flowAnomalous ? 'yes' : 'warning';
}

/** Statuses that ask nothing of a person. */
const quiet: ReadonlySet<Status> = new Set<Status>([
  'complete',
  'settled-singly',
  'awaiting-report',
  'awaiting-settlement',
  'not-ours',
  'other-partner',
]);

/** True when a payment with this status belongs to the difference: somebody must look at it. */
export function asksForAttention(status: Status): boolean {
  return !quiet.has(status);
}

const flags = ['amountDiffers', 'flowAnomalous', 'settledSingly', 'double'] as const;

/** Evidence as one integer, to be stored beside the payment: verdicts are derived from it at any day. */
export function encodeEvidence(e: Evidence): number {
  let code = owners.indexOf(e.owner);
  code = code * receipts.length + receipts.indexOf(e.receipt);
  code = code * reports.length + reports.indexOf(e.report);
  code = code * moneys.length + moneys.indexOf(e.money);
  for (const flag of flags) code = code * 2 + (e[flag] ? 1 : 0);
  for (const note of notes) code = code * 2 + (e.notes.includes(note) ? 1 : 0);
  return code;
}

/** The inverse of {@link encodeEvidence}; a code out of range is a defect. */
export function decodeEvidence(code: number): Evidence {
  if (!Number.isSafeInteger(code) || code < 0) throw new Error(`not an evidence code: ${code}`);
  let rest = code;
  const take = (radix: number): number => {
    const digit = rest % radix;
    rest = (rest - digit) / radix;
    return digit;
  };
  const found = notes.toReversed().filter(() => take(2) === 1);
  const [double, settledSingly, flowAnomalous, amountDiffers] = flags.map(() => take(2) === 1);
  const money = moneys[take(moneys.length)];
  const report = reports[take(reports.length)];
  const receipt = receipts[take(receipts.length)];
  const owner = owners[take(owners.length)];
  if (
    money === undefined ||
    report === undefined ||
    receipt === undefined ||
    owner === undefined ||
    rest !== 0
  )
    throw new Error(`not an evidence code: ${code}`);
  return {
    owner,
    receipt,
    report,
    money,
    amountDiffers: amountDiffers === true,
    flowAnomalous: flowAnomalous === true,
    settledSingly: settledSingly === true,
    double: double === true,
    notes: found.toReversed(),
  };
}
