import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { demoComune } from '../../../src/main/demo/comune.ts';
import { demoSettings } from '../../../src/main/demo/servizi.ts';
import { dayOf, openOffice } from '../../helpers/office.ts';
import { found } from '../figures.ts';

/** Forward a year, back two, an hour back, both changes of the clock, the last day of February and of the year. */
const moments = [
  '2026-03-31T10:00:00.000Z',
  '2027-03-31T10:00:00.000Z',
  '2025-03-31T10:00:00.000Z',
  '2026-03-31T09:00:00.000Z',
  '2026-03-29T01:30:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2028-02-29T23:30:00.000Z',
  '2025-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
];

it('R21 whatever the clock says: the order is that of the acts, and the ledger the same', async () => {
  const office = await openOffice({ settings: demoSettings });
  const files = demoComune(dayOf('2026-03-31'))
    .files.filter(({ path }) => path.endsWith('.xml'))
    .slice(0, moments.length);
  for (const { path, bytes } of files) await office.drop({ [basename(path)]: bytes });
  const digest = await office.digest();

  let moment = 0;
  const jumping = await openOffice({
    settings: demoSettings,
    now: () => moments[moment++ % moments.length] ?? '',
  });
  const ids: (number | null)[] = [];
  for (const { path, bytes } of files) {
    const { documents } = await jumping.drop({ [basename(path)]: bytes });
    ids.push(...documents.map(({ id }) => id));
  }
  expect(await jumping.digest()).toBe(digest);
  const history = await jumping.history();
  expect(history.map(({ id }) => id)).toEqual(ids.toReversed());
  const { rows } = await jumping.ask('drops.list', {});
  expect(rows.map(({ names }) => names[0])).toEqual(history.map(({ name }) => name));
  // Undone and brought back at any moment, and a drop is still one drop.
  for (const { id } of history) await jumping.undo(id);
  await jumping.drop(Object.fromEntries(files.map(({ path, bytes }) => [basename(path), bytes])));
  expect(await jumping.digest()).toBe(digest);
  found(
    'R21',
    `${moments.length} salti dell’orologio: stesso ordine, stessa impronta; la scala delle copie è in R17`,
  );
});
