import { maskCodiceFiscale, maskCodiciIn, maskName } from '../../../shared/domain/masked.ts';

/** How people stand in a file: as they are, or so that only who knows them already can tell them. */
export interface People {
  readonly clear: boolean;
  name(text: string | null): string | null;
  fiscalCode(text: string | null): string | null;
  /** A sentence that may name somebody. */
  sentence(text: string): string;
}

export const inClear: People = {
  clear: true,
  name: (text) => text,
  fiscalCode: (text) => text,
  sentence: (text) => text,
};

export const masked: People = {
  clear: false,
  name: (text) => (text === null ? null : maskName(text)),
  fiscalCode: (text) => (text === null ? null : maskCodiceFiscale(text)),
  sentence: maskCodiciIn,
};
