import type { Day } from '../../shared/domain/day.ts';
import { esercizioOf } from './calendar.ts';
import type { EsercizioBefore, GiornaleDraft, GiornaleVersion, MovimentoDraft } from './giornale-draft.ts';
import { openingYear, saldoOf, yearAfter } from './giornale-totals.ts';

/** How many of the first days come in one period file, as treasurers did before OPI 1.6. */
const periodDays = 9;

const dailyVersions: readonly GiornaleVersion[] = ['1.7.1', '1.6.1', '1.8', '1.7.1'];

/**
 * The giornali that tell these days, balances carried from one to the next: the first days in a period
 * file of 1.4 (two when the year ends among them), then one file a day.
 */
export function drawUpGiornali(movimenti: ReadonlyMap<Day, readonly MovimentoDraft[]>): GiornaleDraft[] {
  const days = [...movimenti.keys()].toSorted();
  const spans: (readonly Day[])[] = [];
  const early = days.slice(0, periodDays);
  for (const year of new Set(early.map(esercizioOf))) {
    spans.push(early.filter((day) => esercizioOf(day) === year));
  }
  for (const day of days.slice(periodDays)) spans.push([day]);

  let before: EsercizioBefore = openingYear;
  let year = esercizioOf(days[0] ?? '');
  return spans.map((span, position) => {
    const from = span[0] ?? '';
    const to = span.at(-1) ?? from;
    if (esercizioOf(to) !== year) {
      year = esercizioOf(to);
      before = { ...openingYear, fondoDiCassa: saldoOf(before) };
    }
    const own = span.flatMap((day) => movimenti.get(day) ?? []);
    const draft = { from, to, movimenti: own, before, ...formOf(span, position) };
    before = yearAfter(before, own);
    return draft;
  });
}

function formOf(span: readonly Day[], position: number): Partial<GiornaleDraft> {
  if (span.length > 1) return { version: '1.4', page: null };
  const version = dailyVersions[position % dailyVersions.length] ?? '1.7.1';
  return { version, ...(position % 6 === 5 ? { prefix: 'opi', signature: 'first' } : {}) };
}
