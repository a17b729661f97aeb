import type { DocumentProblem } from '../../../shared/domain/document.ts';
import type { FlussoHeader, RigaFlusso } from '../../../shared/domain/flusso.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { Check, documentProblem, optionalText, type ValueProblem } from '../check.ts';
import type { FlussoFields, RigaFields } from './flusso-fields.ts';

const manyRows = 1_000_000_000;

/** Turns the texts of the head into values. What is declared is taken as it is: whether it holds is judged elsewhere. */
export function toHeader(fields: FlussoFields): Result<FlussoHeader, DocumentProblem> {
  const check = new Check();
  const iuf = check.text(fields.iuf);
  const revision = check.optionalInteger(fields.revision, 1, 1_000_000) ?? 1;
  const createdAt = check.text(fields.createdAt);
  const regolamento = check.text(fields.regolamento);
  const date = check.day(fields.date);
  const pspCode = check.text(fields.pspCode);
  const enteCodiceFiscale = check.text(fields.enteCode);
  const declaredCount = check.integer(fields.count, 0, manyRows);
  const declaredCents = check.amount(fields.total);
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
    pspName: optionalText(fields.pspName),
    enteDenominazione: optionalText(fields.enteName),
  });
}

/** Turns the texts of a row into values. Outcomes that nobody knows yet are kept: old schemas refuse 4 and 8 too. */
export function toRiga(fields: RigaFields): Result<RigaFlusso, ValueProblem> {
  const check = new Check();
  const iuv = check.text(fields.iuv);
  const iur = check.text(fields.iur);
  const index = check.optionalInteger(fields.index, 0, manyRows);
  const cents = check.amount(fields.importo);
  const esito = check.integer(fields.esito, 0, 999);
  const date = check.day(fields.date);
  const needed = check.all({ iuv, iur, cents, esito, date });
  return needed.ok ? ok({ ...needed.value, index }) : needed;
}
