import type { GiornaleDraft } from './giornale-draft.ts';
import { entrateOf, flowOf, openingYear, saldoOf, usciteOf, yearAfter } from './giornale-totals.ts';
import { writeAmounts } from './write-conti.ts';
import type { XmlLines } from './xml-lines.ts';

/** Writes what closes a giornale: the four overall balances, the year so far, the cash at hand. */
export function writeTotali(xml: XmlLines, draft: GiornaleDraft): void {
  if (draft.totals === 'none') return;
  const movimenti = draft.wholeMovimenti ?? draft.movimenti;
  const before = draft.before ?? openingYear;
  const after = yearAfter(before, movimenti);
  const { entrate, uscite } = flowOf(movimenti);
  writeAmounts(xml, draft, [
    ['saldo_complessivo_precedente', saldoOf(before)],
    ['totale_complessivo_entrate', entrate],
    ['totale_complessivo_uscite', uscite],
    ['saldo_complessivo_finale', saldoOf(before) + entrate - uscite],
  ]);
  xml.open('totali_esercizio');
  writeAmounts(xml, draft, [
    ['fondo_di_cassa', after.fondoDiCassa],
    ['totale_reversali_riscosse', after.reversali],
    ['totale_sospesi_entrata', after.sospesiEntrata],
    ['totale_entrate', entrateOf(after)],
    ['deficit_di_cassa', 0],
    ['totale_mandati_pagati', after.mandati],
    ['totale_sospesi_uscita', after.sospesiUscita],
    ['totale_uscite', usciteOf(after)],
    ['saldo_esercizio', saldoOf(after)],
  ]);
  xml.close('totali_esercizio');
  xml.open('totali_disponibilita_liquide');
  writeAmounts(xml, draft, [
    ['saldo_conti_correnti', saldoOf(after)],
    ['totale_conti', saldoOf(after)],
    ['totale_vincoli', 0],
    ['anticipazione_accordata', 0],
    ['anticipazione_utilizzata', 0],
    ['totale_somme_bloccate_riservate', 0],
    ['disponibilita', saldoOf(after)],
  ]);
  xml.close('totali_disponibilita_liquide');
}
