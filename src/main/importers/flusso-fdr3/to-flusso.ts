import type { DocumentProblem } from '../../../shared/domain/document.ts';
import { dayOfInstant, instantKey } from '../../../shared/domain/day.ts';
import type { FlussoHeader, RigaFlusso } from '../../../shared/domain/flusso.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { Check, documentProblem, optionalText, type ValueProblem } from '../check.ts';
import { field, objectIn, type JsonObject } from '../json/value.ts';

const manyRows = 1_000_000_000;

/** Turns the head of a flow into what an FDR-1 of the same flow would say. */
export function toHeader(flow: JsonObject): Result<FlussoHeader, DocumentProblem> {
  const check = new Check();
  const sender = objectIn(flow, 'sender');
  const receiver = objectIn(flow, 'receiver');
  const iuf = check.text(field(flow, 'fdr'));
  const revision = check.optionalInteger(field(flow, 'revision'), 1, 1_000_000) ?? 1;
  const createdAt = check.text(field(flow, 'fdrDate'));
  const regolamento = check.text(field(flow, 'regulation'));
  const date = check.instant(field(flow, 'regulationDate'));
  const pspCode = check.text(either(sender, 'id', 'pspId'));
  const enteCodiceFiscale = check.text(either(receiver, 'organizationId', 'id'));
  const declaredCount = check.integer(either(flow, 'totPayments', 'computedTotPayments'), 0, manyRows);
  const declaredCents = check.amount(either(flow, 'sumPayments', 'computedSumPayments'));
  const needed = check.all({
    iuf,
    createdAt,
    regolamento,
    date,
    pspCode,
    enteCodiceFiscale,
    declaredCount,
    declaredCents,
  });
  if (!needed.ok) return fail(documentProblem(needed.problem));
  return ok({
    ...needed.value,
    revision,
    createdAt: asFdr1Writes(needed.value.createdAt),
    pspName: optionalText(field(sender, 'pspName')),
    enteDenominazione: optionalText(field(receiver, 'organizationName')),
  });
}

/** `payStatus`, and the esito of FDR-1 that means the same. */
const esiti: ReadonlyMap<string, number> = new Map([
  ['EXECUTED', 0],
  ['REVOKED', 3],
  ['STAND_IN', 4],
  ['STAND_IN_NO_RPT', 8],
  ['NO_RPT', 9],
]);

/** Turns a payment into a row. Its `index` only numbers the rows: the index of FDR-1 is here `idTransfer`. */
export function toRiga(payment: JsonObject): Result<RigaFlusso, ValueProblem> {
  const check = new Check();
  const iuv = check.text(field(payment, 'iuv'));
  const iur = check.text(field(payment, 'iur'));
  const index = check.optionalInteger(field(payment, 'idTransfer'), 0, manyRows);
  const cents = check.amount(field(payment, 'pay'));
  const status = field(payment, 'payStatus');
  const esito = esiti.get(check.text(status) ?? '') ?? check.refuse('invalid-value', status);
  const date = check.instant(field(payment, 'payDate'));
  const needed = check.all({ iuv, iur, cents, esito, date });
  return needed.ok ? ok({ ...needed.value, index }) : needed;
}

function either(object: JsonObject | null, first: string, second: string) {
  const named = field(object, first);
  const other = field(object, second);
  return optionalText(named) === null && optionalText(other) !== null ? other : named;
}

/** An instant of UTC becomes the Italian time without zone that FDR-1 writes, so that both tell one version. */
function asFdr1Writes(instant: string): string {
  const isZoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(instant) && instant.includes('T');
  return isZoned && dayOfInstant(instant).ok ? instantKey(instant).replace(/\.?0+$/, '') : instant;
}
