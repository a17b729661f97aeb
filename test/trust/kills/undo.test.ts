import { expect, it } from 'vitest';
import { found, times } from '../figures.ts';
import { coreOn, killedAt, together, told } from './act.ts';
import { anOffice } from './an-office.ts';
import { before, kinds } from './kinds.ts';

it('K02 an undo that is killed has taken a document, or a whole drop, away or not at all', async () => {
  const { archive } = await anOffice([before, kinds['un carico grande, letto da un filo a parte'] ?? {}]);
  const core = coreOn(archive);
  const drops = await core.call('drops.list', {});
  await core.close();
  if (!drops.ok) throw new Error(drops.problem.code);
  const importedAt = drops.value.rows.find(({ documents }) => documents > 100)?.importedAt ?? '';
  const count = times(2, 60);
  const tallies = [
    await killedAt(archive, ['core', 'documents.undo', JSON.stringify({ id: 1 })], {
      count,
      acknowledged: /"undoneAt":/,
    }),
    await killedAt(archive, ['core', 'drops.undo', JSON.stringify({ importedAt })], {
      count,
      acknowledged: /"undone":/,
    }),
  ];
  const all = together(tallies);
  expect(all.kills).toBe(2 * count);
  found('K02', `un documento e un carico di 404, ${told(all)}`);
});
