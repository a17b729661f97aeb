import type { DocumentProblem, DocumentWarning } from '../../../shared/domain/document.ts';
import type { GiornaleHeader } from '../../../shared/domain/movimento.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { Check, cut, documentProblem, optionalText } from '../check.ts';
import type { HeaderFields } from './header-fields.ts';

/** The head of a page, and what is odd about it. */
export interface ReadHeader {
  readonly header: GiornaleHeader;
  readonly warnings: readonly DocumentWarning[];
}

/** Turns the texts of the head into values. Only the year and the days are indispensable. */
export function toHeader(fields: HeaderFields): Result<ReadHeader, DocumentProblem> {
  const placeholder = Object.values(fields).find(({ value }) => value?.trim() === 'string');
  // The skeletons that XML tools draw from the schema, passed on as examples.
  if (placeholder !== undefined)
    return fail({ code: 'invalid-field', field: placeholder.name, value: 'string' });
  const check = new Check();
  const esercizio = check.integer(fields.esercizio, 1999, 2099);
  const isDaily = optionalText(fields.day) !== null || optionalText(fields.from) === null;
  const from = check.day(isDaily ? fields.day : fields.from);
  const to = isDaily || optionalText(fields.to) === null ? from : check.day(fields.to);
  const needed = check.all({ esercizio, from, to });
  if (!needed.ok) return fail(documentProblem(needed.problem));
  const { page, pages, warnings } = toPages(fields);
  const header = {
    enteCodiceFiscale: optionalText(fields.enteCodiceFiscale),
    enteDenominazione: optionalText(fields.enteDenominazione),
    flussoBt: optionalText(fields.flussoBt) ?? '',
    createdAt: optionalText(fields.createdAt) ?? '',
    ...needed.value,
    page,
    pages,
  };
  return ok({ header, warnings });
}

interface Pages {
  readonly page: number;
  readonly pages: number;
  readonly warnings: readonly DocumentWarning[];
}

/** A file without the elements is page 1 of 1, as one whose numbers cannot be true. */
function toPages(fields: HeaderFields): Pages {
  const pageText = optionalText(fields.page);
  const pagesText = optionalText(fields.pages);
  if (pageText === null && pagesText === null) return { page: 1, pages: 1, warnings: [] };
  const page = toCount(pageText ?? '1');
  const pages = toCount(pagesText ?? pageText ?? '1');
  if (page !== null && pages !== null && page <= pages) return { page, pages, warnings: [] };
  const warning = {
    code: 'page-number-invalid',
    page: cut(pageText ?? ''),
    pages: cut(pagesText ?? ''),
  } as const;
  return { page: 1, pages: 1, warnings: [warning] };
}

function toCount(text: string): number | null {
  const count = /^0*\d{1,7}$/.test(text) ? Number(text) : 0;
  return count > 0 ? count : null;
}
