import type { RowFlaw } from './list-problem.ts';
import type { Recipient } from './recipient.ts';

/** Why somebody of a list cannot be reached by any message, however right the row is. */
export type UnreachedFlaw = Extract<RowFlaw, { readonly code: 'cf-numeric' | 'cf-anonymous' | 'company' }>;

/** Somebody of a list whom no message can reach, with what a letter needs. */
export interface Unreached extends Pick<
  Recipient,
  'row' | 'name' | 'noticeNumber' | 'cents' | 'dueDay' | 'rata' | 'fields'
> {
  readonly flaw: UnreachedFlaw;
}

/** True for who has to be told on paper; other flaws are put right in the list. */
export function isUnreached(flaw: RowFlaw): flaw is UnreachedFlaw {
  return flaw.code === 'cf-numeric' || flaw.code === 'cf-anonymous' || flaw.code === 'company';
}

/** Of the columns of a list those of an address, by their headers, in their order. */
export function addressColumns(headers: readonly string[]): string[] {
  return headers.filter((header) => {
    const found = header
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[\p{M}.]/gu, '')
      .split(/[^a-z]+/)
      .filter((word) => word !== '');
    return found.some((word) => ofAddress.has(word)) && !found.some((word) => ofSomethingElse.has(word));
  });
}

const ofAddress = words(
  'indirizzo via toponimo civico esponente interno scala presso frazione localita cap comune citta provincia prov',
  'nazione stato residenza domicilio recapito spedizione',
);

/** Where somebody was born, or what the tax is on, is nowhere to send a letter to. */
const ofSomethingElse = words(
  'nascita nato nata immobile utenza ubicazione oggetto catastale catasto pagamento avviso email mail pec ente civile',
);

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
