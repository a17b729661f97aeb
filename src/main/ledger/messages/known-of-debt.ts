import type { Day } from '../../../shared/domain/day.ts';
import { iuvOfNotice } from '../../../shared/domain/iuv.ts';
import type { KnownOfDebt } from '../../../shared/domain/message/eligibility.ts';
import { mayBeOneSeason, mayHavePaidFor } from '../../../shared/domain/message/season.ts';
import { isNamedDebt } from '../../../shared/domain/message/tari-plan.ts';
import type { Rata } from '../../../shared/domain/message/recipient.ts';
import type { ReadableLedger } from '../open.ts';
import { all, one } from '../statements.ts';
import type { KeptMessage } from './rows.ts';

/** A message, or one that may be prepared: that is of no campaign yet. */
type Asked = Pick<
  KeptMessage,
  'id' | 'service' | 'fiscalCode' | 'noticeNumber' | 'dueDay' | 'notAfter' | 'rata' | 'debt'
> & { readonly campaignId: number | null };

/** What the receipts, the flussi, the lists of positions and those of who paid otherwise say of a message's debt. */
export function knownOfDebt(ledger: ReadableLedger, message: Asked): KnownOfDebt {
  const { noticeNumber, dueDay, notAfter, rata } = message;
  const elsewhere = paidElsewhere(ledger, message);
  return {
    noticeNumber,
    dueDay,
    preparedOn: preparedOn(ledger, message.campaignId),
    notAfter,
    rata,
    payment: noticeNumber === null ? null : paymentOf(ledger, noticeNumber),
    elsewhere,
    positionCancelled:
      noticeNumber !== null &&
      (isCancelled(ledger, noticeNumber) || isGone(ledger, message.id, noticeNumber)),
    paidSiblings: paidSiblings(ledger, message),
  };
}

function preparedOn(ledger: ReadableLedger, campaign: number | null): Day | null {
  if (campaign === null) return null;
  return (
    one<{ day: Day | null }>(
      ledger,
      `SELECT options ->> '$.preparedOn' AS day FROM io_campaigns WHERE id = ?`,
      [campaign],
    )?.day ?? null
  );
}

/** A payment that failed, or was revoked, is none. */
function paymentOf(ledger: ReadableLedger, notice: string): { readonly paidOn: Day | null } | null {
  const iuv = iuvOfNotice(notice);
  const paid = one<{ paidOn: Day | null }>(
    ledger,
    `SELECT paid_on AS paidOn FROM payments
     WHERE iuv = ? AND status NOT IN ('not-paid', 'revoked') ORDER BY paid_on LIMIT 1`,
    [iuv],
  );
  if (paid !== undefined) return paid;
  const settled = one<{ paid: number | null }>(
    ledger,
    `SELECT paid_cents AS paid FROM position_states WHERE iuv = ? AND paid_cents IS NOT NULL`,
    [iuv],
  );
  return settled === undefined ? null : { paidOn: null };
}

function isCancelled(ledger: ReadableLedger, notice: string): boolean {
  return (
    one(ledger, `SELECT 1 FROM position_states WHERE iuv = ? AND cancelled = 1`, [iuvOfNotice(notice)]) !==
    undefined
  );
}

/** A message that was made of a position stands and falls with it: its list may have been the wrong one, and undone. */
function isGone(ledger: ReadableLedger, id: number, notice: string): boolean {
  const found = one(
    ledger,
    `SELECT 1 FROM io_messages m JOIN io_campaigns c ON c.id = m.campaign_id
     WHERE m.id = ? AND c.origin IN ('positions', 'reminder')
       AND NOT EXISTS (SELECT 1 FROM position_states WHERE iuv = ?)`,
    [id, iuvOfNotice(notice)],
  );
  return found !== undefined;
}

/**
 * A row with a notice speaks of that notice alone; one without, of what the person owed to the service for the year in
 * which it was paid.
 */
function paidElsewhere(
  ledger: ReadableLedger,
  { service, fiscalCode, noticeNumber, dueDay }: Asked,
): { readonly list: string; readonly paidOn: Day | null } | null {
  const paid = all<{ list: string; paidOn: Day | null; notice: string | null }>(
    ledger,
    `SELECT l.name AS list, r.paid_on AS paidOn, r.notice_number AS notice FROM io_paid_rows r JOIN io_paid_lists l ON l.id = r.list_id
       WHERE r.notice_number = @noticeNumber
         OR (r.notice_number IS NULL AND r.fiscal_code = @fiscalCode AND l.service = @service)
       ORDER BY r.paid_on`,
    { service, fiscalCode, noticeNumber },
  );
  const found = paid.find(({ notice, paidOn }) => notice !== null || mayHavePaidFor(dueDay, paidOn));
  return found === undefined ? null : { list: found.list, paidOn: found.paidOn };
}

/** A debt that no list names is known by its person: then the parts of another year are of another debt. */
function paidSiblings(ledger: ReadableLedger, asked: Asked): Rata[] {
  const { id, campaignId, debt, service, noticeNumber, dueDay } = asked;
  if (debt === null) return [];
  const siblings = all<{ noticeNumber: string; rata: string; campaignId: number; dueDay: Day | null }>(
    ledger,
    `SELECT DISTINCT notice_number AS noticeNumber, rata, campaign_id AS campaignId, due_day AS dueDay
     FROM io_messages
     WHERE debt = ? AND service = ? AND id <> ? AND rata IS NOT NULL AND notice_number IS NOT NULL
       AND notice_number IS NOT ?`,
    [debt, service, id, noticeNumber],
  );
  return siblings
    .filter(
      (sibling) =>
        isNamedDebt(debt) || sibling.campaignId === campaignId || mayBeOneSeason(sibling.dueDay, dueDay),
    )
    .filter((sibling) => paymentOf(ledger, sibling.noticeNumber) !== null)
    .map(({ rata }) => JSON.parse(rata) as Rata);
}

/**
 * The day up to which payments are known: that of the newest flusso, or the day of the last import of flussi, when that
 * is later. An import of the future (the clock was put back, or frozen) tells nothing. Null when no flusso is there.
 */
export function evidenceDay(ledger: ReadableLedger, today: Day): Day | null {
  const found = one<{ flusso: Day | null; imported: Day | null }>(
    ledger,
    `SELECT (SELECT max(day) FROM flussi WHERE day <= @today) AS flusso,
       (SELECT max(substr(imported_at, 1, 10)) FROM documents
        WHERE kind IN ('flusso', 'elenco-flussi') AND undone_at IS NULL AND substr(imported_at, 1, 10) <= @today)
         AS imported`,
    { today },
  );
  const days = [found?.flusso ?? null, found?.imported ?? null].filter((day) => day !== null);
  return days.toSorted().at(-1) ?? null;
}
