import type { Day } from '../../../shared/domain/day.ts';
import type { Ricevuta, Transfer } from '../../../shared/domain/ricevuta.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { Check, optionalText, verbatim, type ValueProblem } from '../check.ts';
import { byName, clearAll, Field, type Shape } from '../shape.ts';
import { childrenOf, rtFields, rtRigaFields, type RtFields, type RtRigaFields } from './rt-fields.ts';

/** The receipt of the old model, RT 6.2. */
export function rtShape(onRt: (read: Result<Ricevuta, ValueProblem>) => void): Shape {
  const fields = rtFields();
  const riga = rtRigaFields();
  const allegato = new Field('tipoAllegatoRicevuta');
  let check = new Check();
  let righe: RigaDraft[] = [];
  const rigaShape: Shape = {
    children: {
      ...byName(riga),
      // BD is the marca da bollo digitale, ES the outcome of the PSP.
      allegatoRicevuta: { children: { ...byName({ allegato }), tipo: allegato } },
    },
    close() {
      const draft = toRiga(riga, check, righe.length + 1, optionalText(allegato) === 'BD');
      if (draft !== null) righe.push(draft);
      clearAll({ ...riga, allegato });
    },
  };
  return {
    children: childrenOf(fields, rigaShape),
    close() {
      onRt(toRicevuta(fields, check, righe));
      clearAll(fields);
      check = new Check();
      righe = [];
    },
  };
}

/** A line before it is known who is paid, and whether. */
interface RigaDraft {
  readonly date: Day | null;
  readonly transfer: Omit<Transfer, 'enteCodiceFiscale' | 'paid'>;
}

/** An RT that failed may have lines without IUR and date. */
function toRiga(fields: RtRigaFields, check: Check, index: number, bollo: boolean): RigaDraft | null {
  const cents = check.amount(fields.amount);
  const date = check.optionalDay(fields.date);
  if (cents === null) return null;
  const iur = optionalText(fields.iur) ?? '';
  const description = verbatim(fields.description);
  return {
    date,
    transfer: { index, iur, cents, bollo, description, category: optionalText(fields.category) },
  };
}

function toRicevuta(
  fields: RtFields,
  check: Check,
  righe: readonly RigaDraft[],
): Result<Ricevuta, ValueProblem> {
  const iuv = check.text(fields.iuv);
  const receiptId = check.text(fields.ccp);
  const dominio = check.text(fields.dominio);
  const totalCents = check.amount(fields.total);
  const messageDay = check.optionalInstant(fields.issuedAt);
  const esito = check.integer(fields.esito, 0, 4);
  const needed = check.all({ iuv, receiptId, dominio, totalCents, esito });
  if (!needed.ok) return needed;
  const { dominio: ente, esito: outcomeCode, ...codes } = needed.value;
  const enteCodiceFiscale = optionalText(fields.beneficiario) ?? ente;
  const transfers = righe.map(({ transfer }) => ({
    ...transfer,
    enteCodiceFiscale,
    paid: isPaid(outcomeCode, transfer.cents),
  }));
  const firstPaid = righe.find((_, i) => transfers[i]?.paid);
  const outcome = firstPaid === undefined && outcomeCode !== 0 ? 'failed' : 'paid';
  return ok({
    form: 'rt',
    ...codes,
    noticeNumber: null,
    outcome,
    paidOn: outcome === 'paid' ? (firstPaid?.date ?? messageDay) : null,
    issuedAt: optionalText(fields.issuedAt),
    enteCodiceFiscale: ente,
    debtor: {
      codiceFiscale: optionalText(fields.debtorCode),
      name: optionalText(fields.debtorName),
    },
    pspCode: optionalText(fields.pspCode),
    pspName: optionalText(fields.pspName),
    station: optionalText(fields.station),
    description: transfers[0]?.description ?? null,
    transfers,
  });
}

/** 0 paid, 1 not paid, 2 paid in part, 3 expired, 4 expired after a part was paid. */
export function isPaid(esito: number, cents: number): boolean {
  if (esito === 0) return true;
  return (esito === 2 || esito === 4) && cents > 0;
}
