import { expect, it } from 'vitest';
import { found, isLong, times } from '../figures.ts';
import { coreOn, killedAt, type Tally, together, told } from './act.ts';
import { anOffice } from './an-office.ts';
import { before, kinds } from './kinds.ts';

it('K02 an undo that is killed has taken a document, or a whole drop, away or not at all', async () => {
  const { archive } = await anOffice([before, kinds['un carico grande, letto da un filo a parte'] ?? {}]);
  const core = coreOn(archive);
  const drops = await core.call('drops.list', {});
  await core.close();
  if (!drops.ok) throw new Error(drops.problem.code);
  const importedAt = drops.value.rows.find(({ documents }) => documents > 100)?.importedAt ?? '';
  const undos = [
    { what: ['core', 'drops.undo', JSON.stringify({ importedAt })], acknowledged: /"undone":/ },
    { what: ['core', 'documents.undo', JSON.stringify({ id: 1 })], acknowledged: /"undoneAt":/ },
  ].slice(0, times(1, 2));
  const tallies: Tally[] = [];
  for (const { what, acknowledged } of undos)
    tallies.push(await killedAt(archive, what, { count: times(1, 60), acknowledged }));
  const all = together(tallies);
  expect(all.kills).toBe(times(1, 120));
  found('K02', `${isLong ? 'un documento e un carico' : 'un carico'} di 404, ${told(all)}`);
});
