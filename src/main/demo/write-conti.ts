import type { GiornaleDraft } from './giornale-draft.ts';
import { byConto, flowOf, openingOf } from './giornale-totals.ts';
import { writeMovimento } from './write-movimento.ts';
import { amountText } from './xml-lines.ts';
import type { XmlLines } from './xml-lines.ts';

/** Writes one `informazioni_conto_evidenza` for each conto, with its movements and balances. */
export function writeConti(xml: XmlLines, draft: GiornaleDraft): void {
  const conti = byConto(draft.movimenti);
  const opening = openingOf(draft, [...conti.keys()]);
  let position = 0;
  for (const [conto, movimenti] of conti) {
    xml.open('informazioni_conto_evidenza');
    xml.leaf('conto_evidenza', conto);
    xml.leaf('descrizione_conto_evidenza', `CONTO DI TESORERIA ${conto}`);
    for (const movimento of movimenti) {
      position += 1;
      writeMovimento(xml, movimento, draft, position);
    }
    const { entrate, uscite } = flowOf(movimenti);
    const before = opening.get(conto) ?? 0;
    writeAmounts(xml, draft, [
      ['saldo_precedente_conto_evidenza', before],
      ['totale_entrate_conto_evidenza', entrate],
      ['totale_uscite_conto_evidenza', uscite],
      ['saldo_finale_conto_evidenza', before + entrate - uscite],
    ]);
    xml.close('informazioni_conto_evidenza');
  }
}

/** Writes amounts, unless the draft wants other totals: all zero, none, or these very texts. */
export function writeAmounts(
  xml: XmlLines,
  draft: GiornaleDraft,
  amounts: readonly (readonly [name: string, cents: number])[],
): void {
  const totals = draft.totals ?? 'right';
  if (totals === 'none') return;
  for (const [name, cents] of amounts) {
    const override = typeof totals === 'object' ? totals[name] : undefined;
    xml.leaf(name, override ?? amountText(totals === 'zero' ? 0 : cents));
  }
}
