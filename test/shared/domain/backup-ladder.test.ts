import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keptGenerations,
  leavingDays,
  steps,
  type Generation,
} from '../../../src/shared/domain/backup-ladder.ts';
import { found, times } from '../../trust/figures.ts';

describe('which copies stay', () => {
  it('three of the last day', () => {
    expect(kept('a 2026-03-10', 'b 2026-03-10', 'c 2026-03-10', 'd 2026-03-10')).toEqual(['d', 'c', 'b']);
  });

  it('the last one of each day, for fourteen days that have one', () => {
    const days = Array.from({ length: 20 }, (_, n) => `${n} 2026-03-${String(n + 1).padStart(2, '0')}`);
    expect(kept(...days)).toEqual(Array.from({ length: 14 }, (_, n) => String(19 - n)));
    expect(kept('a 2026-03-09', 'b 2026-03-09', 'c 2026-03-10')).toEqual(['c', 'b']);
  });

  it('the last one of each month, for twelve months that have one', () => {
    const months = Array.from(
      { length: 15 },
      (_, n) => `${n} ${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-05`,
    );
    expect(kept(...months)).toEqual(Array.from({ length: 14 }, (_, n) => String(14 - n)));
    const daily = Array.from({ length: 31 }, (_, n) => `m${n} 2026-01-${String(n + 1).padStart(2, '0')}`);
    const later = Array.from({ length: 14 }, (_, n) => `f${n} 2026-02-${String(n + 1).padStart(2, '0')}`);
    expect(kept(...daily, ...later)).toEqual([...later.map(nameOf).toReversed(), 'm30']);
  });

  it.each([
    ['a year ahead for one copy', ['a 2026-03-08', 'b 2026-03-09', 'x 2027-03-09', 'c 2026-03-10']],
    ['a year back for one copy', ['a 2026-03-08', 'b 2026-03-09', 'x 2025-03-09', 'c 2026-03-10']],
    ['back for good', ['x 2027-03-08', 'a 2026-03-08', 'b 2026-03-09', 'c 2026-03-10']],
  ])(
    'R17 a clock that jumped %s pushes nothing out, and its copy does not count as the newest',
    (_how, days) => {
      expect(kept(...days)).toEqual(days.map(nameOf).toReversed());
    },
  );

  it('two stay however large they are, and all of them are at most twenty times the newest', () => {
    const [small, large] = [1_000, 1_000_000];
    expect(keptGenerations([one('a', 1, '2026-03-08', large), one('b', 2, '2026-03-09', small)])).toEqual([
      'b',
      'a',
    ]);
    const long = Array.from({ length: 400 }, (_, n) =>
      one(String(n), n, new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10), 1_000),
    );
    expect(keptGenerations(long).length).toBe(20);
    // Months are worth more than days.
    expect(keptGenerations(long).at(-1)).toBe(String(long.findLastIndex(({ day }) => day < '2025-04-01')));
  });
});

const leaving = (today: string, ...copies: readonly Generation[]) =>
  Object.fromEntries(leavingDays(copies, today));

describe('on which day a copy goes by itself', () => {
  it('a day of a month that has a later one, after fourteen days; the last of a month, after twelve', () => {
    expect(
      leaving(
        '2026-03-31',
        one('a', 1, '2026-03-30', 10),
        one('b', 3, '2026-03-31', 10),
        one('c', 2, '2026-03-31', 10),
      ),
    ).toEqual({ a: '2026-04-13', b: '2027-03-01', c: '2026-04-01' });
  });

  it('none is told when there is none', () => {
    expect(leaving('2026-03-31')).toEqual({});
  });

  it('of a clock that was ahead, when its place among the days and months is taken', () => {
    const days = leaving('2026-03-31', one('x', 1, '2027-06-01', 10), one('b', 2, '2026-03-31', 10));
    expect(Object.keys(days)).toEqual(['x', 'b']);
    expect(days['b']).toBe('2027-03-01');
  });
});

describe('copies of different sizes', () => {
  it('have the room that the newest one gives, not another', () => {
    const shrunk = [9, 8, 7].map((n) => one(`${n}`, n, `2026-03-0${n}`, n === 9 ? 10 : 1_000));
    expect(keptGenerations(shrunk)).toEqual(['9', '8']);
    const grown = [9, 8, 7].map((n) => one(`${n}`, n, `2026-03-0${n}`, n === 9 ? 1_000 : 10));
    expect(keptGenerations(grown)).toEqual(['9', '8', '7']);
  });
});

describe('for any copies', () => {
  const days = integer({ min: 0, max: 800 }).map((n) =>
    new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10),
  );
  const histories = array(record({ day: days, bytes: integer({ min: 1, max: 1_000 }) }), {
    maxLength: 80,
  }).map((list) => list.map(({ day, bytes }, n) => one(`n${n}`, n, day, bytes)));

  it('the newest two stay, whatever the order in which they are named', () => {
    assert(
      property(histories, integer(), (history, seed) => {
        const shuffled = history.toSorted(
          (a, b) => ((a.sequence * 7919 + seed) % 13) - ((b.sequence * 7919 + seed) % 13),
        );
        const stay = keptGenerations(shuffled);
        expect(stay).toEqual(keptGenerations(history));
        expect(stay.slice(0, 2)).toEqual(
          history
            .slice(-2)
            .map(({ name }) => name)
            .toReversed(),
        );
        expect(stay.length).toBeLessThanOrEqual(steps.ofToday + steps.days + steps.months);
      }),
    );
  });

  it('what goes once stays away: keeping what is kept changes nothing', () => {
    assert(
      property(histories, (history) => {
        const stay = keptGenerations(history);
        expect(keptGenerations(history.filter(({ name }) => stay.includes(name)))).toEqual(stay);
      }),
    );
  });

  it('R17 one after another, as copies come, two sound ones are always there, and not too much of all', () => {
    const numRuns = times(300, 20_000);
    assert(
      property(histories, (history) => {
        let folder: Generation[] = [];
        for (const next of history) {
          folder = [...folder, next];
          const stay = keptGenerations(folder);
          folder = folder.filter(({ name }) => stay.includes(name));
          expect(folder.at(-1)).toBe(next);
          expect(folder.length).toBeGreaterThanOrEqual(Math.min(2, next.sequence + 1));
          const bytes = folder.reduce((sum, copy) => sum + copy.bytes, 0);
          const most = folder.length > 2 ? 20 * next.bytes + olderOfTwo(folder) : Infinity;
          expect(bytes).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns },
    );
    found(
      'R17',
      `${numRuns} storie di copie con salti d’orologio: mai meno di 2, mai oltre 20 volte il registro`,
    );
  });
});

/** The one before the newest stays however large it is. */
function olderOfTwo(folder: readonly Generation[]): number {
  return folder.at(-2)?.bytes ?? 0;
}

function one(name: string, sequence: number, day: string, bytes = 1_000): Generation {
  return { name, sequence, day, bytes };
}

/** Each as `name day`, in the order in which they were made. */
function kept(...told: readonly string[]): string[] {
  return keptGenerations(told.map((text, n) => one(nameOf(text), n, text.split(' ')[1] ?? '')));
}

function nameOf(told: string): string {
  return told.split(' ')[0] ?? '';
}
