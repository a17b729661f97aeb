import { defaultConto, versoOf } from './giornale-draft.ts';
import type { EsercizioBefore, GiornaleDraft, MovimentoDraft } from './giornale-draft.ts';

/** Money in and out of one conto, or of all of them. */
export interface Flow {
  readonly entrate: number;
  readonly uscite: number;
}

/** A year that opens with a million in the till and nothing moved yet. */
export const openingYear: EsercizioBefore = {
  fondoDiCassa: 100_000_000,
  reversali: 0,
  sospesiEntrata: 0,
  mandati: 0,
  sospesiUscita: 0,
};

/**
 * What a line does to the cash: a storno takes back, and the sospeso that a reversale covers
 * leaves room to that reversale, so that the same money is not counted twice.
 */
export function signedCents(movimento: MovimentoDraft): number {
  const operazione = movimento.operazione ?? 'ESEGUITO';
  return operazione === 'ESEGUITO' || operazione === 'RIPRISTINATO' ? movimento.cents : -movimento.cents;
}

export function flowOf(movimenti: readonly MovimentoDraft[]): Flow {
  let entrate = 0;
  let uscite = 0;
  for (const movimento of movimenti) {
    if (versoOf(movimento) === 'ENTRATA') entrate += signedCents(movimento);
    else uscite += signedCents(movimento);
  }
  return { entrate, uscite };
}

/** The movements of each conto, in order of appearance. */
export function byConto(movimenti: readonly MovimentoDraft[]): Map<string, MovimentoDraft[]> {
  const conti = new Map<string, MovimentoDraft[]>();
  for (const movimento of movimenti) {
    const conto = movimento.conto ?? defaultConto;
    const own = conti.get(conto);
    if (own === undefined) conti.set(conto, [movimento]);
    else own.push(movimento);
  }
  if (conti.size === 0) conti.set(defaultConto, []);
  return conti;
}

/** The year after these movements. */
export function yearAfter(before: EsercizioBefore, movimenti: readonly MovimentoDraft[]): EsercizioBefore {
  const sum = (documents: readonly string[]): number =>
    movimenti
      .filter((movimento) => documents.includes(movimento.documento ?? 'SOSPESO ENTRATA'))
      .reduce((total, movimento) => total + signedCents(movimento), 0);
  return {
    fondoDiCassa: before.fondoDiCassa,
    reversali: before.reversali + sum(['REVERSALE']),
    sospesiEntrata: before.sospesiEntrata + sum(['SOSPESO ENTRATA']),
    mandati: before.mandati + sum(['MANDATO']),
    sospesiUscita: before.sospesiUscita + sum(['SOSPESO USCITA']),
  };
}

export function entrateOf(year: EsercizioBefore): number {
  return year.fondoDiCassa + year.reversali + year.sospesiEntrata;
}

export function usciteOf(year: EsercizioBefore): number {
  return year.mandati + year.sospesiUscita;
}

/** The till at the end of a year so far. */
export function saldoOf(year: EsercizioBefore): number {
  return entrateOf(year) - usciteOf(year);
}

/** Opening balance of each conto: as told, the first conto taking what remains of the till. */
export function openingOf(draft: GiornaleDraft, conti: readonly string[]): Map<string, number> {
  const saldi = draft.saldi ?? {};
  const told = Object.values(saldi).reduce((sum, cents) => sum + cents, 0);
  const opening = new Map(conti.map((conto) => [conto, saldi[conto] ?? 0]));
  const first = conti[0] ?? defaultConto;
  if (saldi[first] === undefined) opening.set(first, saldoOf(draft.before ?? openingYear) - told);
  return opening;
}
