import type { Day } from '../../shared/domain/day.ts';
import { esercizioOf } from './calendar.ts';
import type { MovimentoDraft } from './giornale-draft.ts';

/** A provvisorio of the demo: its number comes when the year is numbered. */
export interface Provvisorio {
  readonly day: Day;
  readonly cents: number;
  readonly causale: string;
  readonly draft: Partial<MovimentoDraft>;
}

interface Line {
  readonly day: Day;
  /** What the line makes, or tells more about: a provvisorio or a reversale. */
  readonly about: Provvisorio | Reversale | null;
  readonly covers: readonly Covered[];
  readonly draft: Omit<MovimentoDraft, 'numero'>;
}

/** A reversale of the demo. */
export interface Reversale {
  readonly covered: readonly Covered[];
}

/** A provvisorio and how much of it a reversale covers. */
export interface Covered {
  readonly provvisorio: Provvisorio;
  readonly cents: number;
}

/** The treasurer's book: lines are added in any order and numbered when the giornali are drawn up. */
export class Treasury {
  readonly #lines: Line[] = [];

  /** Money that arrives. */
  credit(day: Day, cents: number, causale: string, draft: Partial<MovimentoDraft> = {}): Provvisorio {
    const provvisorio = { day, cents, causale, draft };
    this.#add(day, provvisorio, { ...draft, cents, causale });
    return provvisorio;
  }

  /** A later line about a provvisorio: called back, covered, or uncovered again. */
  mark(
    day: Day,
    provvisorio: Provvisorio,
    operazione: 'STORNATO' | 'REGOLARIZZATO' | 'RIPRISTINATO',
    cents = provvisorio.cents,
  ): void {
    const { causale, draft } = provvisorio;
    this.#add(day, provvisorio, { ...draft, cents, causale, operazione });
  }

  /** A reversale that covers provvisori, and the line of each of them. */
  cover(day: Day, covered: readonly Covered[], causale: string): Reversale {
    const reversale = { covered };
    const cents = totalOf(reversale);
    const draft = { documento: 'REVERSALE', cents, causale, payer: 'DIVERSI' } as const;
    this.#lines.push({ day, about: reversale, covers: covered, draft });
    for (const one of covered) this.mark(day, one.provvisorio, 'REGOLARIZZATO', one.cents);
    return reversale;
  }

  /** A reversale taken back: its provvisori are open again. */
  uncover(day: Day, reversale: Reversale, causale: string): void {
    const draft = { documento: 'REVERSALE', operazione: 'STORNATO', causale, payer: 'DIVERSI' } as const;
    this.#add(day, reversale, { ...draft, cents: totalOf(reversale) });
    for (const one of reversale.covered) this.mark(day, one.provvisorio, 'RIPRISTINATO', one.cents);
  }

  /** Money that leaves by mandato. */
  pay(day: Day, cents: number, payee: string, causale: string): void {
    this.#add(day, null, { documento: 'MANDATO', cents, causale, payer: payee });
  }

  /** The movements of each day, numbered: provvisori, reversali and mandati each in their own series. */
  days(): Map<Day, MovimentoDraft[]> {
    const next = new Map<string, number>();
    const numbers = new Map<Provvisorio | Reversale, string>();
    const days = new Map<Day, MovimentoDraft[]>();
    const numberOf = (line: Line): string => {
      const known = line.about === null ? undefined : numbers.get(line.about);
      if (known !== undefined) return known;
      const series = `${esercizioOf(line.day)} ${line.draft.documento ?? 'SOSPESO ENTRATA'}`;
      const number = next.get(series) ?? firstNumber(line.day);
      next.set(series, number + 1);
      if (line.about !== null) numbers.set(line.about, String(number));
      return String(number);
    };
    for (const line of this.#lines.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
      const numero = numberOf(line);
      const sospesi = line.covers.map(({ provvisorio, cents }) => ({
        numero: numbers.get(provvisorio) ?? '0',
        cents,
      }));
      const own = days.get(line.day) ?? [];
      own.push({ ...line.draft, numero, date: line.day, ...(sospesi.length > 0 ? { sospesi } : {}) });
      days.set(line.day, own);
    }
    return days;
  }

  #add(day: Day, about: Provvisorio | Reversale | null, draft: Omit<MovimentoDraft, 'numero'>): void {
    this.#lines.push({ day, about, covers: [], draft });
  }
}

/** A series that has been running since January: about four a day. */
function firstNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  return (month - 1) * 120 + Number(day.slice(8, 10)) * 4;
}

function totalOf({ covered }: Reversale): number {
  return covered.reduce((sum, one) => sum + one.cents, 0);
}
