import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Office } from '../helpers/office.ts';
import { act, perform, takeAllBack } from './acts.ts';
import { createDesk, deal, deskSettings, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });
const step = fc.record({
  act,
  /** As of which day it is asked; other settings now and then. */
  day: fc.constantFrom('2026-01-10', '2026-01-20', '2026-02-03', '2026-03-31', '2026-03-31', '2026-12-01'),
  settings: fc.nat(9),
  /** How many answers are fetched before somebody writes again, of how many rows. */
  pages: fc.nat(3),
  limit: fc.constantFrom(1, 2, 3, 7, 1_000),
});

describe('a copy that is kept by what changed', () => {
  it('is the list, after imports, undos, decisions, other settings and other days, whoever writes between two pages', async () => {
    const desk = createDesk();
    const seen = { gone: 0, paused: 0, spared: 0 };
    await fc.assert(
      fc.asyncProperty(
        office,
        numbers,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async ({ papers }, order, steps) => {
          await desk(async (ledger) => {
            const copies = mirrors(ledger);
            const drops = deal(papers, order);
            await drop(ledger, drops[0]?.papers ?? []);
            for (const { act: one, day, settings, pages, limit } of steps) {
              await perform(ledger, one, drops);
              if (settings === 0)
                await ledger.settings({ ...deskSettings, codiciPropri: ['05'], altriPartner: [] });
              if (settings === 1) await ledger.settings(deskSettings);
              ledger.today(day);
              for (const copy of copies) for (let page = 0; page < pages; page++) await copy.fetch(limit);
              // Every other step the copies go on behind the next one that writes.
              if (one.which % 2 === 0) for (const copy of copies) await copy.expectWhole(limit);
            }
            for (const copy of copies) {
              await copy.expectWhole(3);
              expect(await copy.fetch(1), 'nothing changed since').toMatchObject({
                rows: [],
                gone: [],
                more: false,
              });
              seen.gone += copy.seen.gone;
              seen.paused += copy.seen.paused;
              seen.spared += copy.seen.spared;
            }
            await takeAllBack(ledger);
            await ledger.settings(deskSettings);
            ledger.today('2026-03-31');
          });
        },
      ),
      runs(40),
    );
    // Otherwise nothing of all this was tried.
    expect(Object.entries(seen).filter(([, times]) => times < 10)).toEqual([]);
  }, 180_000);
});

interface Answer {
  readonly rows: readonly object[];
  readonly gone: readonly object[];
  readonly cursor: string;
  readonly more: boolean;
}

/** One copy of each list. */
function mirrors(ledger: Office) {
  return [
    mirror(
      (since, limit) => ledger.ask('payments.changes', { since, limit }),
      () => ledger.payments(),
      ['iuv', 'iur', 'index'],
    ),
    mirror(
      (since, limit) => ledger.ask('flussi.changes', { since, limit }),
      () => ledger.flussi(),
      ['iuf'],
    ),
    mirror(
      (since, limit) => ledger.ask('provvisori.changes', { since, limit }),
      () => ledger.provvisori(),
      ['esercizio', 'numero', 'conto'],
    ),
  ];
}

function mirror(
  ask: (since: string | null, limit: number) => Promise<Answer>,
  list: () => Promise<readonly object[]>,
  key: readonly string[],
) {
  const keyOf = (row: object): string =>
    JSON.stringify(key.map((name) => Object.entries(row).find(([n]) => n === name)?.[1]));
  const copy = new Map<string, object>();
  const seen = { gone: 0, paused: 0, spared: 0 };
  let since: string | null = null;

  async function fetch(limit: number): Promise<Answer> {
    const answer = await ask(since, limit);
    expect(answer.rows.length + answer.gone.length).toBeLessThanOrEqual(limit);
    for (const gone of answer.gone) if (copy.delete(keyOf(gone))) seen.gone++;
    for (const row of answer.rows) copy.set(keyOf(row), row);
    since = answer.cursor;
    if (answer.more) seen.paused++;
    else if (answer.rows.length < copy.size) seen.spared++;
    return answer;
  }

  return {
    seen,
    fetch,
    async expectWhole(limit: number): Promise<void> {
      // A walk that began before the last job leaves what it wrote to the next one.
      for (let walks = 0; walks < 2; walks++) while ((await fetch(limit)).more);
      const whole = await list();
      expect([...copy.keys()].toSorted()).toEqual(whole.map(keyOf).toSorted());
      expect(whole.map((row) => copy.get(keyOf(row)))).toEqual(whole);
    },
  };
}
