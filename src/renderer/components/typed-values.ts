import { isDay, type Day } from '../../shared/domain/day.ts';
import { parseItalianAmount, type Cents } from '../../shared/domain/euro.ts';

/** What a person typed in a small field: nothing, a value, or something else. */
export type Typed<T> = { readonly ok: true; readonly value: T | null } | { readonly ok: false };

/** `2/3/2026`, `02.03.26`, `02032026`: day, month, year, as people here write them. */
export function typedDay(text: string): Typed<Day> {
  const bare = text.trim();
  if (bare === '') return { ok: true, value: null };
  const parts =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(bare) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(bare);
  if (parts === null) return { ok: false };
  const [, day = '', month = '', year = ''] = parts;
  const iso = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? { ok: true, value: iso } : { ok: false };
}

/** `1.234,56`, `12`, `12,5 €`. */
export function typedAmount(text: string): Typed<Cents> {
  if (text.trim() === '') return { ok: true, value: null };
  const told = parseItalianAmount(text);
  return told.ok ? { ok: true, value: told.value } : { ok: false };
}
