import { addDays, isDay, monthNames, type Day } from '../../../shared/domain/day.ts';

/** From one day to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface NamedPeriod extends Period {
  readonly name: string;
}

const quarters = ['primo', 'secondo', 'terzo', 'quarto'];

/** The year, its quarters and its months. */
export function periodsOf(year: number): readonly NamedPeriod[] {
  return [
    { name: `Tutto il ${year}`, ...span(year, 0, 12) },
    ...quarters.map((name, i) => ({ name: `${capital(name)} trimestre`, ...span(year, i * 3, 3) })),
    ...monthNames.map((name, i) => ({ name: capital(name), ...span(year, i, 1) })),
  ];
}

/** So many months from this one on. */
function span(year: number, month: number, count: number): Period {
  const end = month + count;
  const next = firstOf(end >= 12 ? year + 1 : year, end % 12);
  return { from: firstOf(year, month), to: addDays(next, -1) };
}

function firstOf(year: number, month: number): Day {
  const text = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

/** What an address asks for; the year of today when it asks for nothing that makes sense. */
export function periodOf(ask: Readonly<Record<string, unknown>>, today: string): Period {
  const { from, to } = ask;
  const isPeriod =
    typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && from <= to;
  return isPeriod ? { from, to } : span(Number(today.slice(0, 4)), 0, 12);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
