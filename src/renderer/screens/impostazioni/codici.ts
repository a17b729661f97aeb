import { shapeOfCodice } from '../../../shared/domain/codice.ts';
import type { AltroPartner, Codice, Servizio, Settings } from '../../../shared/domain/settings.ts';
import type { CodiceComplaint } from '../../../shared/wording/codici.ts';

/** Why a codice cannot be added to ours; null when it can. */
export function checkOwnCodice(
  written: Codice,
  settings: Pick<Settings, 'codiciPropri' | 'altriPartner'>,
): CodiceComplaint | null {
  const complaint = checkShape(written);
  if (complaint !== null) return complaint;
  if (settings.codiciPropri.some(isSame(written))) return { code: 'already-here' };
  const partner = settings.altriPartner.find(({ codice }) => isSame(written)(codice));
  return partner === undefined ? null : { code: 'of-partner', nome: partner.nome };
}

/** Why another partner cannot have a codice; `others` are the other lines of the table. */
export function checkPartnerCodice(
  written: Codice,
  others: readonly AltroPartner[],
  codiciPropri: readonly Codice[],
): CodiceComplaint | null {
  const complaint = checkShape(written);
  if (complaint !== null) return complaint;
  if (codiciPropri.some(isSame(written))) return { code: 'of-us' };
  return others.some(({ codice }) => isSame(written)(codice)) ? { code: 'already-here' } : null;
}

/** Why a codice cannot be added to a service. */
export function checkServiceCodice(
  written: Codice,
  service: readonly Codice[],
  others: readonly Servizio[],
): CodiceComplaint | null {
  const complaint = checkShape(written);
  if (complaint !== null) return complaint;
  if (service.some(isSame(written))) return { code: 'already-here' };
  const other = others.find(({ codici }) => codici.some(isSame(written)));
  return other === undefined ? null : { code: 'of-service', nome: other.nome };
}

const longestIuv = 35;

function checkShape(written: Codice): CodiceComplaint | null {
  const codice = written.trim();
  if (codice === '') return { code: 'empty' };
  if (/\s/.test(codice)) return { code: 'blank-inside' };
  if (codice.length > longestIuv) return { code: 'too-long' };
  if (/^app/i.test(codice) && shapeOfCodice(codice).form !== 'application')
    return { code: 'application-digits' };
  if (shapeOfCodice(codice).form !== 'prefix') return null;
  const strange = /[^\dA-Za-z._/-]/.exec(codice)?.[0];
  if (strange !== undefined) return { code: 'strange-character', character: strange };
  return /^[0-3]\d{17}$/.test(codice) ? { code: 'notice-number' } : null;
}

/** Two ways to write one codice ask the same of an IUV. */
function isSame(written: Codice): (other: Codice) => boolean {
  const key = keyOf(written);
  return (other) => keyOf(other) === key;
}

function keyOf(codice: Codice): string {
  return Object.values(shapeOfCodice(codice)).join(' ');
}
