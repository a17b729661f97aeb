import { isCodiceFiscale, normalizeCodiceFiscale } from '../../shared/domain/codice-fiscale.ts';
import type { Settings } from '../../shared/domain/settings.ts';

type Ente = NonNullable<Settings['ente']>;

/** The form in which it is kept. */
export function normalizeEnte({ denominazione, codiceFiscale }: Ente): Ente {
  return {
    denominazione: denominazione.trim().replace(/\s+/g, ' '),
    codiceFiscale: normalizeCodiceFiscale(codiceFiscale),
  };
}

/** What is wrong with the codice fiscale of an ente as it is typed; null when it can be kept. */
export function complainOfCodiceFiscale(written: string): string | null {
  const codice = normalizeCodiceFiscale(written);
  if (codice === '') return 'Manca il codice fiscale dell’ente.';
  if (!/^\d+$/.test(codice)) return 'Il codice fiscale di un ente ha solo cifre: sono undici.';
  if (codice.length !== 11)
    return `Il codice fiscale di un ente ha 11 cifre, qui ${codice.length === 1 ? 'ce n’è una' : `ce ne sono ${codice.length}`}.`;
  return isCodiceFiscale(codice)
    ? null
    : 'Le cifre non tornano fra loro: l’ultima le controlla tutte. Ricopiarle dal documento.';
}

export function complainOfDenominazione(written: string): string | null {
  const length = written.trim().length;
  if (length === 0) return 'Manca la denominazione dell’ente.';
  return length > 200 ? 'La denominazione ha al massimo 200 caratteri.' : null;
}
