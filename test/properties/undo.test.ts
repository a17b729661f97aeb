import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clear, createDesk, drop, runs } from './desk.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false, lists: true });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });

describe('undoing an import', () => {
  it('leaves exactly the ledger of the other papers, and importing it again brings all of it back', async () => {
    const desk = createDesk();
    await fc.assert(
      fc.asyncProperty(office, numbers, async ({ papers }, which) => {
        await desk(async (ledger) => {
          const ids = new Map((await drop(ledger, papers)).map(({ name, id }) => [name, id]));
          const digest = await ledger.digest();
          // A paper that says what another one said is the same document: both go, or both stay.
          const distinct = [...new Set(ids.values())];
          const undone = new Set(distinct.filter((_id, position) => (which[position] ?? 0) % 2 === 0));
          for (const id of undone) {
            await ledger.undo(id ?? 0);
            await ledger.digest();
          }
          const digestWithout = await ledger.digest();
          await drop(ledger, papers);
          expect(await ledger.digest(), 'imported again').toBe(digest);
          await clear(ledger);
          await drop(
            ledger,
            papers.filter(({ name }) => !undone.has(ids.get(name) ?? null)),
          );
          expect(digestWithout, 'only the others').toBe(await ledger.digest());
        });
      }),
      runs(45),
    );
  }, 180_000);
});
