import { isDay, parseItalianDay } from '../../../shared/domain/day.ts';
import { parseItalianAmount } from '../../../shared/domain/euro.ts';
import { plainHeader, type FoundHeader, type Place } from '../table/layout.ts';

/** The columns of a statement of Poste, which are known by their place: the names above them change, or are not there. */
export const layout = {
  date: { headers: ['data contabile'], required: true },
  valueDate: { headers: ['data valuta'], required: true },
  code: { headers: ['codice causale'], required: true },
  description: { headers: ['causale'], required: true },
  divisa: { headers: ['divisa'], required: true },
  debit: { headers: ['importo debito'], required: true },
  credit: { headers: ['importo credito'], required: true },
  extra: { headers: ['accessoria'], required: true },
  causale: { headers: ['causale movimento'], required: true },
} as const;

type Key = keyof typeof layout;
type Rows = readonly (readonly string[])[];

const keys = Object.keys(layout).filter((key): key is Key => key in layout);
const italianIban = /IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}/;

/** The IBAN that a line names; null when it names none. */
export function ibanIn(cells: readonly string[]): string | null {
  return italianIban.exec(cells.join(' ').toUpperCase().replaceAll(/\s+/g, ''))?.[0] ?? null;
}

/** The first line names the IBAN; the lines begin at once, or below a line with the names of the columns. */
export function findColumns(rows: Rows): FoundHeader<Key> | null {
  const [title = [], ...below] = rows;
  if (ibanIn(title) === null) return null;
  const first = below.findIndex(isLine);
  const names = below
    .slice(0, Math.max(first, 0))
    .filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...others] = names;
  if (first === -1 || others.length > 0 || (header !== undefined && !areNames(header))) return null;
  const places = new Map<Key, Place>();
  keys.forEach((key, index) => {
    const written = header?.[index]?.trim() ?? '';
    places.set(key, { index, header: written === '' ? layout[key].headers[0] : written });
  });
  const width = Math.max(keys.length, header?.length ?? below[first]?.length ?? 0);
  return { at: first, places, width, twice: null };
}

/** Day, day, a short code, and one amount of two. */
function isLine(cells: readonly string[]): boolean {
  const [date = '', valueDate = '', code = '', , , debit = '', credit = ''] = cells;
  if (cells.length < keys.length || !isItalianDay(date) || !isItalianDay(valueDate) || code.trim().length > 5)
    return false;
  const amounts = [debit, credit].filter((text) => text.trim() !== '');
  return amounts.length > 0 && amounts.every((text) => parseItalianAmount(text).ok);
}

function isItalianDay(text: string): boolean {
  const day = parseItalianDay(text);
  return day.ok && isDay(day.value);
}

/** Whatever the names are, debit and credit must stand where they are looked for. */
function areNames(cells: readonly string[]): boolean {
  const [debit, credit] = [cells[5] ?? '', cells[6] ?? ''].map(plainHeader);
  return /debit|dare|uscit/.test(debit ?? '') && /credit|avere|entrat/.test(credit ?? '');
}
