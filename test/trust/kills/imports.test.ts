import { join } from 'node:path';
import { expect, it } from 'vitest';
import { found, isLong, times } from '../figures.ts';
import { anOffice } from './an-office.ts';
import { killedAt, type Tally, together, told } from './act.ts';
import { kinds, putDown } from './kinds.ts';

const tried = Object.entries(kinds).slice(isLong ? 0 : -1);

it('R01 an import that is killed is there whole or not at all, whatever kind of file it is of', async () => {
  const { place, archive } = await anOffice();
  const tallies: Tally[] = [];
  for (const [name, papers] of tried) {
    const words = ['command-line', 'importa', putDown(join(place, name), papers)];
    tallies.push(await killedAt(archive, words, { count: times(1, 30), acknowledged: /importat[oi]/ }));
  }
  const all = together(tallies);
  expect(all.kills).toBe(tried.length * times(1, 30));
  found('R01', `${tried.length} specie di carichi, ${told(all)}`);
});
