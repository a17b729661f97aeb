import { shapeOfCodice } from '../domain/codice.ts';
import type { Codice } from '../domain/settings.ts';
import { many } from './figures.ts';

/** Which IUVs a codice covers, for whoever types it. */
export function sayCodice(codice: Codice): string {
  const shape = shapeOfCodice(codice);
  switch (shape.form) {
    case 'segregation':
      return `IUV di 17 cifre che cominciano con ${shape.digits} (avvisi 3${shape.digits}…) o RF con ${shape.digits} al 5º posto`;
    case 'application':
      return `IUV di 15 cifre con il codice applicativo ${shape.digits} (avvisi 0${shape.digits}…)`;
    case 'prefix':
      return `IUV che cominciano con ${shape.prefix}`;
  }
}

/** The name of its form, in one or two words. */
export function nameCodiceForm(codice: Codice): string {
  return { segregation: 'segregazione', application: 'applicativo', prefix: 'inizio di IUV' }[
    shapeOfCodice(codice).form
  ];
}

/** Why a codice cannot be taken. */
export type CodiceComplaint =
  | { readonly code: 'empty' }
  | { readonly code: 'blank-inside' }
  | { readonly code: 'application-digits' }
  | { readonly code: 'strange-character'; readonly character: string }
  | { readonly code: 'too-long' }
  | { readonly code: 'notice-number' }
  | { readonly code: 'already-here' }
  | { readonly code: 'of-us' }
  | { readonly code: 'of-partner'; readonly nome: string }
  | { readonly code: 'of-service'; readonly nome: string };

export function sayCodiceComplaint(codice: Codice, complaint: CodiceComplaint): string {
  switch (complaint.code) {
    case 'empty':
      return 'Manca il codice.';
    case 'blank-inside':
      return `«${codice}»: un codice non contiene spazi. Scriverne uno alla volta.`;
    case 'application-digits':
      return `«${codice}»: dopo «app:» ci vogliono due cifre, per esempio app:01.`;
    case 'strange-character':
      return `«${codice}»: il segno «${complaint.character}» non compare negli IUV.`;
    case 'too-long':
      return `«${codice}»: uno IUV ha al massimo 35 caratteri.`;
    case 'notice-number':
      return `«${codice}» sembra un numero avviso: il suo IUV è senza la prima cifra.`;
    case 'already-here':
      return `Il codice ${codice} c’è già.`;
    case 'of-us':
      return `Il codice ${codice} è già fra i nostri: non può essere anche di un altro.`;
    case 'of-partner':
      return `Il codice ${codice} è già di «${complaint.nome}»: non può essere anche nostro.`;
    case 'of-service':
      return `Il codice ${codice} è già del servizio «${complaint.nome}».`;
  }
}

/** Why a codice of the documents seems whose. */
export function sayProposal(proposal: {
  readonly owner: 'ours' | 'other' | 'unsure';
  readonly codice: string;
  readonly receipts: number;
  readonly rows: number;
}): string {
  const { owner, codice, receipts, rows } = proposal;
  const listed = many(rows, 'pagamento dei flussi lo ha', 'pagamenti dei flussi lo hanno');
  if (owner === 'ours')
    return `${many(receipts, 'ricevuta ci paga', 'ricevute ci pagano')} con codice ${codice}: sembra nostro.`;
  return owner === 'other'
    ? `${listed}, ma nessuna ricevuta ci paga con questo codice: sembra di un altro partner.`
    : `${listed}; senza ricevute non si può dire di chi è.`;
}

/** What another partner is called until somebody writes its name. */
export function nameOfNewPartner(codice: string): string {
  return `Altro partner (codice ${codice})`;
}
