import { shapeOfCodice } from '../domain/codice.ts';
import type { Codice } from '../domain/settings.ts';

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
