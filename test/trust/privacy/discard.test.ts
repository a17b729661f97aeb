import { expect, it } from 'vitest';
import { sayDocumentProblem } from '../../../src/shared/wording/document-problems.ts';
import { found } from '../figures.ts';
import { openPrivateDesk } from './desk.ts';

const act = 'Soprintendenza archivistica, prot. n. 1234/2037';

it('P06 documents are discarded by an act alone, and do not come back', { timeout: 60_000 }, async () => {
  const desk = await openPrivateDesk();
  desk.years(11);
  await desk.ask('minimise.run', { years: 10 });
  const preview = await desk.ask('discard.preview', { upToYear: 2026 });
  expect(preview.documents).toHaveLength(Object.keys(desk.papers).length);
  expect((await desk.ask('payments.count', {})).count).toBe(desk.people.length);

  const what = { upToYear: 2026 };
  expect(await desk.refused('discard.run', { what, act: ' ', actDay: '2037-01-10' })).toBe('invalid-request');
  expect(await desk.refused('discard.run', { what, act, actDay: '2099-01-10' })).toBe('act-in-the-future');
  expect(await desk.refused('discard.run', { what: { upToYear: 2001 }, act, actDay: '2037-01-10' })).toBe(
    'nothing-to-discard',
  );
  const { discarded } = await desk.ask('discard.run', { what, act, actDay: '2037-01-10' });
  expect(discarded).toEqual(preview);
  expect(await desk.ask('payments.count', {})).toEqual({ count: 0, cents: 0 });
  expect((await desk.ask('provvisori.list', {})).rows).toEqual([]);
  expect(await desk.ask('ledger.verify', {})).toMatchObject({ ok: true });
  expect(desk.named().elsewhere).toEqual([]);

  const { scarti } = await desk.ask('privacy.read', {});
  expect(scarti).toMatchObject([
    {
      act,
      actDay: '2037-01-10',
      author: 'impiegata',
      documents: preview.documents.length,
      facts: preview.facts,
    },
  ]);

  // The same bytes, and the same content in other bytes.
  const again = await desk.drop(desk.papers);
  const respelled = await desk.drop({ 'altro.xml': `${desk.papers['flusso.xml'] ?? ''}\n<!-- di nuovo -->` });
  for (const told of [again, respelled]) {
    expect(told).not.toContain('"outcome":"imported"');
    expect(told).toContain('"code":"discarded"');
  }
  expect(sayDocumentProblem({ code: 'discarded', act, actDay: '2037-01-10' })).toContain(act);
  expect(await desk.ask('payments.count', {})).toEqual({ count: 0, cents: 0 });
  expect(desk.named().elsewhere).toEqual([]);
  found(
    'P06',
    `${preview.documents.length} documenti scartati e ridati in due forme: 0 rientrati, l’atto nominato`,
  );
});
