import type { GiornaleDraft } from './giornale-draft.ts';
import { byConto, flowOf, openingOf } from './giornale-totals.ts';
import { writeConti } from './write-conti.ts';
import { writeTotali } from './write-totali.ts';
import { inventedEnte, inventedTesoriere } from './invented-ente.ts';
import type { EnteDraft } from './invented-ente.ts';
import { XmlLines, declaration } from './xml-lines.ts';

export type { GiornaleDraft, MovimentoDraft } from './giornale-draft.ts';

/** An OPI giornale di cassa as the treasurer would send it. */
export function giornaleXml(draft: GiornaleDraft): string {
  const prefix = draft.prefix === undefined ? '' : `${draft.prefix}:`;
  const xml = new XmlLines(draft.indent ?? true, prefix);
  xml.raw(draft.declaration ?? declaration());
  xml.open('flusso_giornale_di_cassa', `${namespaceOf(draft)} Id="GDC"`);
  const signature = draft.signature ?? 'last';
  if (signature === 'first') xml.raw(dummySignature);
  writeTestata(xml, draft);
  xml.leaf('identificativo_flusso_BT', draft.flussoBt ?? flussoBt(draft));
  if (draft.page !== null) {
    xml.leaf('pagina', draft.page ?? 1);
    xml.leaf('pagine_totali', draft.pages ?? 1);
  }
  xml.leaf('riferimento_ente', inventedTesoriere.codiceEnteBt);
  xml.leaf('esercizio', draft.esercizio ?? Number(draft.to.slice(0, 4)));
  if (draft.version === '1.4') {
    xml.leaf('data_inizio_periodo_riferimento', draft.from ?? draft.to);
    xml.leaf('data_fine_periodo_riferimento', draft.to);
  } else {
    xml.leaf('data_riferimento_GdC', draft.to);
  }
  writeConti(xml, draft);
  writeTotali(xml, draft);
  if (signature === 'last') xml.raw(dummySignature);
  xml.close('flusso_giornale_di_cassa');
  return xml.text();
}

/** The same giornale on several pages: each continues the balances of the one before, under the totals of all. */
export function giornalePages(draft: GiornaleDraft, pages: number): string[] {
  const saldi = Object.fromEntries(openingOf(draft, [...byConto(draft.movimenti).keys()]));
  const perPage = Math.max(1, Math.ceil(draft.movimenti.length / pages));
  return Array.from({ length: pages }, (_, index) => {
    const movimenti = draft.movimenti.slice(index * perPage, (index + 1) * perPage);
    const page = { movimenti, wholeMovimenti: draft.movimenti, saldi: { ...saldi }, page: index + 1, pages };
    for (const [conto, own] of byConto(movimenti)) {
      const { entrate, uscite } = flowOf(own);
      saldi[conto] = (saldi[conto] ?? 0) + entrate - uscite;
    }
    return giornaleXml({ ...draft, ...page });
  });
}

function namespaceOf(draft: GiornaleDraft): string {
  if (draft.prefix !== undefined) {
    return ` xmlns:${draft.prefix}="${draft.namespace ?? 'urn:opi:giornale-di-cassa'}"`;
  }
  return draft.namespace === undefined ? '' : ` xmlns="${draft.namespace}"`;
}

function flussoBt(draft: GiornaleDraft): string {
  const { codiceFiscale } = draft.ente ?? inventedEnte;
  const page = String(draft.page ?? 1).padStart(3, '0');
  const pages = String(draft.pages ?? 1).padStart(3, '0');
  return `GDC-${draft.to.replaceAll('-', '')}${codiceFiscale}${inventedTesoriere.abi}#${page}#${pages}`;
}

function writeTestata(xml: XmlLines, draft: GiornaleDraft): void {
  const ente: EnteDraft = draft.ente ?? inventedEnte;
  xml.open('testata_messaggio');
  xml.leaf('codice_ABI_BT', inventedTesoriere.abi);
  xml.leaf('data_ora_creazione_flusso', draft.createdAt ?? `${draft.to}T22:15:00`);
  xml.leaf('codice_ente', ente.codiceIpa ?? 'C_X998');
  xml.leaf('descrizione_ente', ente.denominazione);
  xml.leaf('codice_istat_ente', ente.codiceIstat ?? '099998000');
  xml.leaf('codice_fiscale_ente', ente.codiceFiscale);
  xml.leaf('codice_tramite_ente', 'A2A-99000001');
  xml.leaf('codice_tramite_BT', 'A2A-99000002');
  xml.leaf('codice_ente_BT', inventedTesoriere.codiceEnteBt);
  xml.close('testata_messaggio');
}

/** Shaped like an enveloped XAdES; nothing in it can be verified, and nobody tries. */
const dummySignature =
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>' +
  '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>' +
  '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>' +
  '<ds:Reference URI=""><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>' +
  '<ds:DigestValue>RklSTUEgSU5WRU5UQVRB</ds:DigestValue></ds:Reference></ds:SignedInfo>' +
  '<ds:SignatureValue>RklSTUEgSU5WRU5UQVRB</ds:SignatureValue></ds:Signature>';
