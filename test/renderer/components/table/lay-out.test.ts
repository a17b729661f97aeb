import { expect, it } from 'vitest';
import { layOut } from '../../../../src/renderer/components/table/lay-out.ts';
import type { Column } from '../../../../src/renderer/components/table/column.ts';

const column = (id: string, width: number, least?: number): Column<string> => ({
  id,
  title: id,
  width,
  ...(least !== undefined && { least }),
  text: String,
});
const columns = [
  column('stato', 220, 180),
  column('data', 104),
  column('importo', 112),
  column('causale', 380, 200),
];

it('columns that may be narrower share what is left, the others keep their width', () => {
  const { template, width } = layOut(columns, {}, null);
  expect(template).toBe('minmax(180px, 220fr) 104px 112px minmax(200px, 380fr)');
  expect(width).toBe(180 + 104 + 112 + 200);
});

it('a width that a person chose is kept, and the last column takes what is left', () => {
  const { template } = layOut(columns, { stato: 300, causale: 250 }, null);
  expect(template).toBe('300px 104px 112px minmax(250px, 380fr)');
});

it('beside an open card only whole columns stand, in their order', () => {
  const { shown, width } = layOut(columns, {}, 420);
  expect(shown.map(({ id }) => id)).toEqual(['stato', 'data', 'importo']);
  expect(width).toBeLessThanOrEqual(420);
});

it('one column always stands, and on paper all that stand share the sheet', () => {
  expect(layOut(columns, {}, 40).shown).toHaveLength(1);
  expect(layOut(columns, {}, null).onPaper).toBe(
    'minmax(0, 220fr) minmax(0, 104fr) minmax(0, 112fr) minmax(0, 380fr)',
  );
});
