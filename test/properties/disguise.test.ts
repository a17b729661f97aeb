import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { zip } from '../../src/main/demo/zip.ts';
import { found } from '../trust/figures.ts';
import { clear, createDesk, drop, runs } from './desk.ts';
import { disguiseArbitrary, disguised } from './disguise.ts';
import { officeArbitrary } from './office-arbitrary.ts';

const office = officeArbitrary({ distinctMoments: false });
const numbers = fc.array(fc.nat(99), { minLength: 24, maxLength: 24 });
const ways = fc.array(disguiseArbitrary, { minLength: 24, maxLength: 24 });

// Guards identity by content: what a file is wrapped in, and in which company it comes, is not what it says.
it('R24, R25 papers that are padded, encoded, signed, packed, split and shuffled say the same', async () => {
  const desk = createDesk();
  await fc.assert(
    fc.asyncProperty(office, numbers, ways, async ({ papers }, order, chosen) => {
      await desk(async (ledger) => {
        await drop(ledger, papers);
        const digest = await ledger.digest();
        const files = papers
          .map((paper, i) => {
            const own = chosen[i % chosen.length] ?? [];
            return { ...disguised(paper, own), ways: own, at: order[i % 24] ?? 0 };
          })
          .toSorted((a, b) => a.at - b.at);
        const again = await ledger.drop(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
        expect(again.documents.filter(({ outcome }) => outcome !== 'already-imported')).toEqual([]);
        expect(await ledger.digest()).toBe(digest);
        await clear(ledger);
        // Archives in archives in archives are refused: what is packed twice already comes loose.
        const isPacked = ({ at, ways: own }: (typeof files)[number]): boolean =>
          at % 2 === 1 && !own.some((way) => way.startsWith('zip'));
        const loose = files.filter((file) => !isPacked(file));
        const packed = files.filter(isPacked);
        if (packed.length > 0) await ledger.drop({ 'carte.zip': zip(packed) });
        for (const { name, bytes } of loose) await ledger.drop({ [name]: bytes });
        expect(await ledger.digest()).toBe(digest);
      });
    }),
    runs(30, 300),
  );
  found('R24', `${runs(30, 300).numRuns} uffici a caso`);
  found('R25', `${runs(30, 300).numRuns} uffici a caso`);
}, 1_800_000);
